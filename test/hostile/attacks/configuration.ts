import type { Place } from '../surroundings/place.ts';
import type { Attack } from './attack.ts';

const config = '.katapath/config.json';

function configuration(name: string, attempt: string, build: (place: Place) => void): Attack {
  return { name, attempt, build, opens: [config] };
}

const deepJson = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

/** Ten of ten of ten …: nine lines that stand for a thousand million words. */
const laughs = [
  'a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]',
  ...Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(10).fill(`*a${at}`).join(', ')}]`),
].join('\n');

const path = (id: string, title: string, rest: object = {}) => ({
  id,
  title,
  summary: 'A path that a stranger has written for whoever comes by.',
  steps: [{ id: `${id}-step`, title: 'A step', required: true, items: [] }],
  resources: [],
  ...rest,
});

/** Settings, front matter and paths that are not as one hopes. */
export const configurations: readonly Attack[] = [
  configuration('config-deep', 'Nests its settings a hundred thousand times.', (place) =>
    place.write(config, deepJson(100_000)),
  ),
  configuration('config-huge', 'Has settings of eight megabytes.', (place) =>
    place.write(config, JSON.stringify({ ignore: Array.from({ length: 400_000 }, (_, at) => `no/${at}/**`) })),
  ),
  configuration('config-keys', 'Sets what every object has.', (place) =>
    place.write(
      config,
      '{"__proto__":{"ignore":["**"]},"constructor":{"prototype":{"x":1}},"rules":{"__proto__":"off","constructor":"off","toString":"off"},"words":{"__proto__":["x"],"constructor":["y"]}}',
    ),
  ),
  configuration('config-words', 'Adds words that an expression would take for orders.', (place) =>
    place.write(
      config,
      JSON.stringify({ words: { vague: ['(a+)+$', '[', '.*'.repeat(200), 'x'.repeat(100_000), '!', '\u0000'] } }),
    ),
  ),
  configuration('config-link', 'Has a link to a neighbour’s file where the settings would be.', (place) =>
    place.link(config, '../../sibling/secret.txt'),
  ),
  configuration('config-pipe', 'Has named pipes where settings, profiles and paths would be.', (place) => {
    place.pipe(config);
    place.pipe('.katapath/schemas/ours/parcel.schema.json');
    place.pipe('.katapath/paths/ours.json');
  }),
  configuration(
    'config-device',
    'Has links to a device that gives zeros for ever where settings and profiles would be.',
    (place) => {
      place.link(config, '/dev/zero');
      place.link('.katapath/schemas/ours/parcel.schema.json', '/dev/zero');
      place.link('.katapath/paths/ours.json', '/dev/zero');
    },
  ),
  configuration('yaml-laughs', 'Has front matter and an artifact that stand for a thousand million words.', (place) => {
    place.write('docs/adr/0003-laughs.md', `---\n${laughs}\nstatus: *a9\n---\n\n# Laughs\n`);
    place.write('deploy/service.yaml', `${laughs}\napiVersion: apps/v1\nkind: Deployment\nspec: *a9\n`);
  }),
  configuration('yaml-circle', 'Has an artifact that is part of itself.', (place) => {
    place.write('deploy/service.yaml', 'apiVersion: apps/v1\nkind: Deployment\nspec: &s\n  again: *s\n');
    place.write('docs/adr/0003-circle.md', '---\na: &a [*a]\n? {b: *a}\n: *a\n---\n\n# Circle\n');
  }),
  configuration('yaml-deep', 'Nests front matter and an artifact fifty thousand times.', (place) => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    place.write('docs/adr/0003-deep.md', `---\na: ${deep}\n---\n\n# Deep\n`);
    place.write('deploy/service.yaml', `apiVersion: apps/v1\nkind: Deployment\nspec: ${deep}\n`);
    place.write('deploy/service.json', `{"apiVersion":"apps/v1","kind":"Deployment","spec":${deep}}`);
  }),
  configuration('yaml-keys', 'Has front matter with keys that are lists, objects and what every object has.', (place) =>
    place.write(
      'docs/adr/0003-keys.md',
      '---\n__proto__: {status: accepted}\nconstructor: x\n? [a, b]\n: c\n? {d: e}\n: f\n<<: {status: accepted}\nstatus: !!js/function "function () { return 1 }"\n---\n\n# Keys\n',
    ),
  ),
  configuration('paths-many', 'Has fifty paths of a megabyte, each of two thousand items.', (place) => {
    for (let at = 0; at < 50; at++) {
      const items = Array.from({ length: 2000 }, (_, of) => ({
        id: `p${at}-i${of}`,
        kind: 'reading',
        title: `Item ${of}`,
        detail: 'x'.repeat(300),
      }));
      const steps = [{ id: `p${at}-s`, title: 'Step one', required: true, items }];
      place.write(`.katapath/paths/p${at}.json`, JSON.stringify(path(`p${at}`, `Path ${at}`, { steps })));
    }
  }),
  configuration(
    'paths-circle',
    'Has steps of which each waits for the other, and takes the names of what is built in.',
    (place) => {
      const steps = ['one', 'two'].map((id, at, all) => ({
        id,
        title: `Step ${id}`,
        required: true,
        after: [all[1 - at]],
        items: [{ id: 'resource-ddia', kind: 'reading', title: 'Done already', aliases: ['resource-philosophy'] }],
      }));
      place.write('.katapath/paths/circle.json', JSON.stringify(path('circle', 'A circle', { steps })));
      place.write(
        '.katapath/paths/same.json',
        JSON.stringify(path('software-engineering-at-scale', 'Software Engineering at Scale')),
      );
      place.write('.katapath/paths/deep.json', deepJson(100_000));
    },
  ),
];
