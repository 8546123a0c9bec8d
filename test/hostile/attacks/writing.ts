import assert from 'node:assert/strict';
import type { Place } from '../surroundings/place.ts';
import type { Attack } from './attack.ts';

/** A profile of the repository's own that wants its documents at a place of its choice. */
function profile(name: string, attempt: string, file: (place: Place) => string): Attack {
  return {
    name,
    attempt,
    build: (place) => writeProfile(place, { file: file(place) }),
    profile: 'ours/parcel',
  };
}

function writeProfile(place: Place, own: Readonly<Record<string, unknown>>): void {
  const template = ['#!/bin/sh', 'exit 1', '# {{title}}'];
  const about = { kind: 'parcel', template, sections: [{ key: 'why', heading: 'Why' }], ...own };
  place.write(
    '.katapath/schemas/ours/parcel.schema.json',
    JSON.stringify({ title: 'Parcel', description: 'Where parcels go.', 'x-katapath': about }, null, 2),
  );
}

/** What a new document is written over, or through. */
export const writing: readonly Attack[] = [
  profile('write-up', 'Wants its documents beside the repository.', () => '../sibling/{{slug}}.md'),
  profile('write-absolute', 'Wants its documents at an absolute path.', ({ sibling }) => `${sibling}/{{slug}}.md`),
  profile('write-hook', 'Wants its documents to be a hook of git.', () => '.git/hooks/pre-commit'),
  profile(
    'write-hook-case',
    'Writes .git in other letters, which is the same folder on many disks.',
    () => '.GIT/hooks/pre-commit',
  ),
  profile('write-tasks', 'Wants its documents to be the editor’s tasks.', () => '.vscode/tasks.json'),
  profile(
    'write-settings',
    'Wants its documents to be settings of Katapath.',
    () => '.katapath/schemas/adr/ours.schema.json',
  ),
  profile('write-husky', 'Wants its documents to be a hook of another program.', () => '.husky/pre-commit'),
  profile('write-escapes', 'Wants a name that a terminal obeys.', () => 'docs/\u001b[2J\u202e{{slug}}.md'),
  {
    name: 'write-wide-number',
    attempt: 'Wants the number of a document with a thousand million digits.',
    build: (place) => writeProfile(place, { file: 'docs/{{number:999999999}}-{{slug}}.md' }),
    profile: 'ours/parcel',
  },
  {
    name: 'write-linked-folder',
    attempt: 'Has a link to a neighbour where new documents go.',
    build: (place) => {
      place.remove('docs');
      place.link('docs', place.sibling);
    },
  },
  {
    name: 'write-linked-document',
    attempt: 'Has a link that leads to nothing yet, where the next document goes.',
    build: (place) => place.link('docs/adr/0003-keep-the-queue.md', '../../../sibling/new.md'),
  },
  {
    name: 'write-fix',
    attempt: 'Has a link to a neighbour’s document, which could be mended.',
    build: (place) => place.link('docs/adr/0004-secret.md', '../../../sibling/secret.txt'),
    commands: [['lint', '--fix', 'docs']],
  },
  {
    name: 'write-number',
    attempt: 'Has numbered a document with more digits than a number has.',
    build: (place) => place.write(`docs/adr/${'9'.repeat(40)}-last.md`, '# Last\n'),
    expect: ({ printed }) => assert.doesNotMatch([...printed.values()].join(''), /e\+|Infinity|NaN/),
  },
  {
    name: 'write-author',
    attempt: 'Tells git that whoever works here is called as a way out of the folder.',
    build: (place) => place.git('config', 'user.name', '../../sibling/{{title}}\u001b[31m'),
  },
  {
    name: 'write-linked-settings',
    attempt: 'Has a link to a neighbour where Katapath keeps its own files.',
    build: (place) => place.link('.katapath', place.sibling),
    commands: [['progress', 'publish']],
  },
];
