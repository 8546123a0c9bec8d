import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../surroundings/place.ts';
import type { Attack } from './attack.ts';

const kata = 'two-pointers-pair-sum';

const writeMarker = (place: Place, folder: string, rest: object = {}) =>
  place.write(
    [folder, '.katapath-kata.json'].filter(Boolean).join('/'),
    JSON.stringify({ kata, version: 0, language: 'python', instance: 'stranger', shipped: {}, ...rest }),
  );

const changes = (folder: string) => [
  ['kata', 'update', folder],
  ['kata', 'reset', folder],
  ['kata', 'attempts', folder],
  ['kata', 'hint', folder],
];

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Kata folders that are not what the learner would have started. */
export const katas: readonly Attack[] = [
  {
    name: 'kata-outside',
    attempt: 'Says that files beside the repository were handed out with the kata, and are to be taken away.',
    build: (place) => {
      const secret = digest('the words of a neighbour\n');
      const names = ['../../../sibling/secret.txt', `${place.sibling}/secret.txt`, '../../README.md'];
      writeMarker(place, 'katas/x', { shipped: Object.fromEntries(names.map((name) => [name, secret])) });
    },
    commands: changes('katas/x'),
    writes: ['data/', 'repository/katas/x/'],
  },
  {
    name: 'kata-takes-git',
    attempt: 'Is a kata itself, and says that git’s own files were handed out with it.',
    build: (place) => {
      const shipped = ['.git/HEAD', '.git/config', 'README.md'].map((name) => [name, digest(place.read(name))]);
      writeMarker(place, '', { shipped: Object.fromEntries(shipped) });
    },
    commands: changes('.'),
    // What the learner asks to be changed is the kata's folder, which the repository is here.
    writes: ['data/', 'repository/'],
    expect: ({ place }) => {
      if (!place.has('.git/HEAD') || !place.has('.git/config')) throw new Error('git’s own files are gone');
    },
  },
  {
    name: 'kata-links',
    attempt: 'Has links to a neighbour where the kata’s solution, tests and folders would be.',
    build: (place) => {
      mkdirSync(join(place.sibling, 'tests'));
      writeFileSync(join(place.sibling, 'pair_sum.py'), 'secret = 1\n');
      writeMarker(place, 'katas/x');
      place.link('katas/x/pair_sum.py', '../../../sibling/pair_sum.py');
      place.link('katas/x/tests', '../../../sibling/tests');
      place.link('katas/x/README.md', '../../../sibling/secret.txt');
      place.link('katas/y', '../../sibling');
    },
    commands: changes('katas/x'),
    writes: ['data/'],
  },
  {
    name: 'kata-names',
    attempt: 'Names a kata, a language and an instance as ways out of their folders.',
    build: (place) => {
      writeMarker(place, 'katas/x', { kata: '../../../etc', language: '../python' });
      writeMarker(place, 'katas/y', { instance: '../../../../sibling' });
      writeMarker(place, 'katas/z', { kata: '__proto__', language: 'constructor' });
      writeMarker(place, 'katas/w', { language: 'toString' });
      place.write('katas/v/.katapath-kata.json', `${'['.repeat(100_000)}`);
    },
    commands: ['x', 'y', 'z', 'w', 'v'].flatMap((name) => [
      ['kata', 'attempts', `katas/${name}`],
      ['kata', 'test', `katas/${name}`],
    ]),
  },
  {
    name: 'kata-pipe',
    attempt: 'Has named pipes where a kata’s marker and files would be.',
    build: (place) => {
      place.pipe('katas/x/.katapath-kata.json');
      writeMarker(place, 'katas/y');
      place.pipe('katas/y/pair_sum.py');
    },
    commands: [...changes('katas/x'), ...changes('katas/y')],
    writes: ['data/', 'repository/katas/y/'],
  },
  {
    name: 'kata-pack',
    attempt: 'Brings a pack of katas whose files lie elsewhere and whose programs are its own.',
    build: (place) => {
      const trap = place.trap('katas/exercises/x/run');
      const manifest = {
        id: 'x',
        version: 1,
        title: 'X',
        summary: 'A kata that a stranger has written.',
        topics: [],
        difficulty: 1,
        minutes: 10,
        stages: [{ id: 's', title: 'S', kind: 'implement' }],
        tracks: {
          python: { files: ['../../../../sibling/secret.txt'], stages: { s: { tests: [trap] } }, command: trap },
        },
      };
      place.write('katas/exercises/x/kata.json', JSON.stringify(manifest));
      place.write('katas/exercises/x/README.md', '# X\n');
      place.link('katas/exercises/x/hints.md', '../../../../sibling/secret.txt');
    },
    fire: (place) => place.run(place.path('katas/exercises/x/run')),
    commands: [
      ['content', 'table'],
      ['content', 'check', '--paths'],
    ],
    opens: ['katas/exercises/x/kata.json'],
  },
];
