import type { Place } from '../surroundings/place.ts';
import type { Attack } from './attack.ts';
import { record } from '../surroundings/ordinary.ts';

/** Clears a screen, sets a title, rings, goes back; 8-bit orders; words that stand the other way round. */
const orders = '\u001b[2J\u001b]0;title\u0007\r\b\u009b31m\u202egnirts\u2066';

const allFormats = ['pretty', 'json', 'github', 'sarif'].map((format) => ['lint', '--format', format]);

function shown(name: string, attempt: string, build: (place: Place) => void): Attack {
  return {
    name,
    attempt,
    build,
    commands: [...allFormats, ['artifact', 'check', '--format', 'github'], ['kata', 'list']],
  };
}

const problem = (title: string) => record(3, title).replace('Accepted', 'Acepted');

/** Names and words that a terminal, a log or a reader would take for something else. */
export const output: readonly Attack[] = [
  shown('output-names', 'Gives files and folders names that a terminal obeys.', (place) => {
    place.write(`docs/adr/0003-${orders}.md`, problem('Names'));
    place.write(`docs/${orders}/0004-x.md`, problem('Folders'));
    place.write(`deploy/${orders}/Dockerfile`, 'FROM node\n');
    place.write(`docs/adr/0005-x\n::error file=a::words\n.md`, problem('Lines'));
  }),
  shown('output-headings', 'Gives titles, headings, statuses and values such words.', (place) =>
    place.write(
      'docs/adr/0003-words.md',
      `${problem(orders)}\n## ${orders}\n\n## ${orders}\n\n[${orders}](${orders}.md)\n\n<!-- katapath-disable ${orders} -->\n`,
    ),
  ),
  shown('output-settings', 'Gives profiles, rules, paths and items such names.', (place) => {
    place.write('.katapath/config.json', JSON.stringify({ rules: { [orders]: orders }, preset: orders, [orders]: 1 }));
    place.write(
      `.katapath/schemas/${orders}/x.schema.json`,
      JSON.stringify({ title: orders, 'x-katapath': { kind: orders, detect: [{ points: 9, folder: 'adr' }] } }),
    );
    place.write(
      `.katapath/schemas/x.schema.json`,
      `{"x-katapath": {"${orders.replaceAll('\u001b', '\\u001b').replaceAll('\u0007', '\\u0007')}": 1}`,
    );
    const steps = [{ id: 's', title: orders, required: true, items: [{ id: 'i', kind: 'reading', title: orders }] }];
    const path = { id: 'ours', title: orders, summary: `${orders} and twenty letters more`, steps, resources: [] };
    place.write('.katapath/paths/ours.json', JSON.stringify(path));
    place.write(`.katapath/paths/${orders}.json`, '{');
  }),
  {
    name: 'output-git',
    attempt: 'Gives branches and authors such names.',
    build: (place) => {
      place.git('config', 'user.name', orders);
      const other = place.git('rev-parse', 'scales');
      place.write(`.git/refs/heads/b\u202eranch`, `${other}\n`);
      place.write('docs/adr/0002-other.md', record(2, 'The same number'));
    },
    commands: allFormats,
  },
  {
    name: 'output-progress',
    attempt: 'Gives logs and their entries such names.',
    build: (place) => {
      place.write(`.katapath/progress/${orders}.jsonl`, `{"type":"${orders}"}\nwords ${orders}\n`);
      place.write('.katapath/progress/x.jsonl', `{"v":1,"id":"${orders}"}\n`);
    },
    commands: [['progress', 'devices'], ['progress', 'team', '.'], ['paths']],
  },
  {
    name: 'output-kata',
    attempt: 'Gives a kata, its language and its folder such names.',
    build: (place) => {
      const marker = { kata: orders, version: 1, language: orders, instance: 'x', shipped: { [orders]: 'x' } };
      place.write(`katas/${orders}/.katapath-kata.json`, JSON.stringify(marker));
      place.write('katas/x/.katapath-kata.json', JSON.stringify(marker));
      place.write('katas/exercises/x/kata.json', JSON.stringify({ id: orders, title: orders, [orders]: 1 }));
    },
    commands: [
      ['kata', 'attempts', 'katas/x'],
      ['kata', 'hint', 'katas/x'],
      ['content', 'table'],
      ['content', 'check', '--paths'],
    ],
  },
];
