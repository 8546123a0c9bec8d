import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { issued } from '../../core/credential/support.ts';
import { built } from '../../host/paths.ts';
import { attacks } from '../attacks/index.ts';
import type { Attack } from '../attacks/attack.ts';
import { Place } from './place.ts';

/** An item that the learner has done, and one that they have not. */
export const done = 'resource-ddia';
export const open = 'resource-philosophy';

export const record = (number: number, title: string) => `# ${number}. ${title}

Date: 2026-03-02

## Status

Accepted

## Context

Four teams ask for 200 labels an hour, and one printer gives 90.

## Decision

We will put a second printer beside the first.

## Consequences

Labels are there on time. A second printer has to be looked after.
`;

/**
 * An ordinary repository and the learner who opens it: two commits, another branch, a credential, some progress. What is
 * hostile is made of copies of it, which costs less than making each of them anew.
 */
export class Ordinary {
  readonly root = mkdtempSync(join(realpathSync(tmpdir()), 'katapath-hostile-'));
  private readonly place = new Place(join(this.root, 'ordinary'));

  async make(): Promise<this> {
    const { place } = this;
    place.write('README.md', '# Parcels\n\nHow parcels leave the house.\n');
    place.write('docs/adr/0001-print-labels.md', record(1, 'Print labels in the hall'));
    // Without git's examples of hooks: a hundred copies are made of this.
    place.git('init', '--quiet', '--initial-branch=main', '--template=');
    place.git('config', 'user.name', 'Kim');
    place.git('config', 'user.email', 'kim@example.org');
    place.git('add', '--all');
    place.git('commit', '--quiet', '--message=First');
    place.git('checkout', '--quiet', '-b', 'scales');
    place.write('docs/adr/0002-weigh-parcels.md', record(2, 'Weigh parcels at the gate'));
    place.git('add', '--all');
    place.git('commit', '--quiet', '--message=Scales');
    place.git('checkout', '--quiet', 'main');
    place.write('README.md', '# Parcels\n\nHow parcels leave the house, and when.\n');
    place.git('commit', '--quiet', '--all', '--message=Second');
    place.write('credential.json', (await issued()).text);
    mkdirSync(join(place.root, 'desk', '.katapath'), { recursive: true });
    this.katapath('item', 'done', done, '--note', 'Partitioning and replication are two questions.');
    this.katapath('progress', 'publish');
    return this;
  }

  /** The learner's bundle as anyone can read it in a repository of theirs. */
  get published(): string {
    const folder = join(this.place.root, 'desk', '.katapath', 'progress');
    const [name = ''] = execFileSync('ls', [folder], { encoding: 'utf8' }).split('\n');
    return readFileSync(join(folder, name), 'utf8');
  }

  /** A copy of it with its surroundings, made hostile where an attack is given. */
  copy(name: string, attack?: Attack): Place {
    const place = new Place(join(this.root, name));
    place.take(this.place.repository, place.repository);
    place.take(this.place.data, place.data);
    writeFileSync(join(place.root, 'published.jsonl'), this.published);
    attack?.build(place);
    return place;
  }

  /** Every hostile repository. */
  copies(): readonly { readonly attack: Attack; readonly place: Place }[] {
    return attacks.map((attack) => ({ attack, place: this.copy(attack.name, attack) }));
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 3 });
  }

  private katapath(...args: readonly string[]): void {
    execFileSync(process.execPath, [join(built, 'dist', 'cli.js'), ...args], {
      cwd: join(this.place.root, 'desk'),
      env: this.place.environment,
      stdio: 'ignore',
    });
  }
}
