import type { Place } from '../surroundings/place.ts';
import type { Attack } from './attack.ts';
import { breakHistory } from './remotes.ts';

/** A repository whose configuration names a program for one of git's occasions. */
function program(
  name: string,
  attempt: string,
  configure: (place: Place, trap: string) => string,
  fire: (place: Place) => unknown,
): Attack {
  return {
    name,
    attempt,
    build: (place) => place.append('.git/config', configure(place, place.trap('tools/program'))),
    fire,
  };
}

const hooks = [
  'pre-commit',
  'post-checkout',
  'post-index-change',
  'reference-transaction',
  'pre-auto-gc',
  'fsmonitor-watchman',
];

/** Opens a terminal for a program, which some only show themselves in. */
const inTerminal = (...words: readonly string[]) => ['-c', `import pty; pty.spawn(${JSON.stringify(words)})`];

/** Everything else that git's configuration, attributes and hooks can name. */
export const gitPrograms: readonly Attack[] = [
  program(
    'git-fsmonitor',
    'Has git ask a program which files have changed.',
    (_place, trap) => `[core]\n\tfsmonitor = ${trap}\n`,
    (place) => place.git('status'),
  ),
  program(
    'git-hooks',
    'Has a hook for every occasion.',
    (place) => {
      for (const hook of hooks) place.trap(`.git/hooks/${hook}`);
      return '';
    },
    (place) => place.git('commit', '--allow-empty', '--message=Third'),
  ),
  program(
    'git-hooks-path',
    'Keeps its hooks among the documents.',
    (place) => {
      for (const hook of hooks) place.trap(`docs/hooks/${hook}`);
      return '[core]\n\thooksPath = docs/hooks\n';
    },
    (place) => place.git('commit', '--allow-empty', '--message=Third'),
  ),
  program(
    'git-pager',
    'Shows what git says in a program of its own.',
    (_place, trap) =>
      `[core]\n\tpager = ${trap}\n[pager]\n${['log', 'config', 'rev-list', 'for-each-ref', 'ls-tree'].map((it) => `\t${it} = ${trap}\n`).join('')}`,
    (place) => place.run('python3', ...inTerminal('git', 'log')),
  ),
  program(
    'git-alias',
    'Gives git’s own commands another meaning.',
    (_place, trap) =>
      `[alias]\n${['rev-parse', 'ls-tree', 'cat-file', 'for-each-ref', 'parcels'].map((it) => `\t${it} = !${trap}\n`).join('')}`,
    (place) => place.git('parcels'),
  ),
  program(
    'git-filter',
    'Has every file go through a program before it is compared.',
    (place, trap) => {
      place.write('.gitattributes', '* filter=x\n');
      return `[filter "x"]\n\tclean = ${trap}\n\tsmudge = ${trap}\n\tprocess = ${trap}\n\trequired = true\n`;
    },
    (place) => place.git('add', '--all'),
  ),
  program(
    'git-textconv',
    'Has documents shown and compared by a program.',
    (place, trap) => {
      place.write('.gitattributes', '* diff=x\n');
      place.write('README.md', '# Parcels\n\nChanged.\n');
      return `[diff]\n\texternal = ${trap}\n[diff "x"]\n\ttextconv = ${trap}\n\tcommand = ${trap}\n`;
    },
    (place) => place.git('diff'),
  ),
  program(
    'git-signature',
    'Has a signed commit checked by a program of its own.',
    (place, trap) => {
      const [tree, parent] = ['HEAD^{tree}', 'HEAD'].map((name) => place.git('rev-parse', name));
      const who = 'Kim <kim@example.org> 1767225600 +0000';
      const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQEzBAABCAAdFiEE\n -----END PGP SIGNATURE-----';
      const text = `tree ${tree}\nparent ${parent}\nauthor ${who}\ncommitter ${who}\n${signature}\n\nSigned\n`;
      place.write('tools/commit', text);
      const commit = place.git('hash-object', '-t', 'commit', '-w', 'tools/commit');
      place.git('update-ref', 'refs/heads/main', commit);
      return `[gpg]\n\tprogram = ${trap}\n[gpg "ssh"]\n\tprogram = ${trap}\n\tdefaultKeyCommand = ${trap}\n[log]\n\tshowSignature = true\n`;
    },
    (place) => place.git('log'),
  ),
  program(
    'git-alternates',
    'Asks a program what another store of objects has.',
    (place, trap) => {
      place.write('.git/objects/info/alternates', `${place.sibling}/objects\n`);
      place.run('git', 'init', '--quiet', '--bare', place.sibling);
      return `[core]\n\talternateRefsCommand = ${trap}\n`;
    },
    (place) => place.git('rev-list', '--alternate-refs'),
  ),
  program(
    'git-credential',
    'Has passwords given and asked for by programs.',
    (_place, trap) => `[credential]\n\thelper = !${trap}\n[core]\n\taskPass = ${trap}\n`,
    (place) => place.run('sh', '-c', 'printf "protocol=https\\nhost=example.org\\n\\n" | git credential fill'),
  ),
  {
    name: 'git-nested',
    attempt: 'Has another repository with a program of its own among the documents.',
    build: (place) => {
      place.run('cp', '-r', place.path('.git'), place.path('docs/adr/.git'));
      place.append('docs/adr/.git/config', `[core]\n\tfsmonitor = ${place.trap('tools/program')}\n`);
    },
    fire: (place) => place.run('git', '-C', 'docs/adr', 'status'),
    commands: [['lint', 'docs/adr/0001-print-labels.md']],
  },
  {
    name: 'git-submodule',
    attempt: 'Brings its submodule up to date by a program.',
    build: (place) => {
      const trap = place.trap('tools/program');
      const head = place.git('rev-parse', 'HEAD');
      place.run('git', 'clone', '--quiet', '.', 'vendor/parcels');
      place.git('update-index', '--add', '--cacheinfo', `160000,${head},vendor/parcels`);
      place.write('.gitmodules', '[submodule "parcels"]\n\tpath = vendor/parcels\n\turl = ./.\n');
      place.append('.git/config', `[submodule "parcels"]\n\turl = ./.\n\tupdate = !${trap}\n\tactive = true\n`);
      place.run('git', '-C', 'vendor/parcels', 'checkout', '--quiet', 'HEAD~1');
    },
    fire: (place) => place.git('submodule', 'update'),
  },
  {
    name: 'git-broken',
    attempt: 'Has objects missing and damaged, and nobody who promises them.',
    build: (place) => {
      breakHistory(place);
      place.write('.git/packed-refs', `${'garbage\n'.repeat(2000)}`);
    },
  },
];
