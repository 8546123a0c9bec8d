import type { Place } from '../surroundings/place.ts';
import type { Attack } from './attack.ts';

function document(name: string, attempt: string, text: () => string): Attack {
  return {
    name,
    attempt,
    build: (place) => place.write('docs/adr/0003-hostile.md', `# 3. Hostile\n\n## Status\n\nAccepted\n\n${text()}\n`),
    opens: ['docs/adr/0003-hostile.md'],
  };
}

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

const artifact = (place: Place) =>
  place.write('deploy/Dockerfile', 'FROM node:20\nRUN npm ci && \\\n\\\n    npm test\n\\\n  \\\n\t\\\n');

/** Text that is hard to read. */
export const documents: readonly Attack[] = [
  document('text-quotes', 'Quotes a quote fifty thousand times.', () => `${'> '.repeat(50_000)}deep`),
  document('text-lists', 'Has lists in lists, two thousand deep.', () =>
    lines(2000, (at) => `${'  '.repeat(at % 500)}- item\n`),
  ),
  document('text-emphasis', 'Begins emphasis and never ends it.', () => `${'*a_b**c__'.repeat(12_000)}`),
  document(
    'text-brackets',
    'Opens fifty thousand links and closes them all at once.',
    () => `${'['.repeat(50_000)}x${']('.repeat(50_000)}`,
  ),
  document('text-ticks', 'Has runs of backticks, each longer than the one before.', () =>
    lines(400, (at) => `${'`'.repeat(at + 1)} `),
  ),
  document(
    'text-table',
    'Has a table of a thousand columns and a hundred rows.',
    () => `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${lines(100, () => `${'|b'.repeat(1000)}|\n`)}`,
  ),
  document('text-headings', 'Has four thousand headings, all of them the same.', () =>
    lines(4000, () => '## Context\n\nx\n\n'),
  ),
  document('text-line', 'Is one line of two million characters.', () => 'we should perhaps '.repeat(110_000)),
  document(
    'text-comments',
    'Opens comments that it never closes, and lets rules be silent in vain.',
    () => `${'<!-- katapath-disable KP401 '.repeat(3000)}${'<!--'.repeat(10_000)}`,
  ),
  document(
    'text-blanks',
    'Has labels with twenty thousand blanks, and a line of them.',
    () =>
      `**Status${' '.repeat(20_000)}:${' '.repeat(20_000)}x\n\nBLOCKING${' '.repeat(20_000)}x\n\n[a](${' '.repeat(20_000)}b`,
  ),
  document(
    'text-references',
    'Defines ten thousand links that nobody follows, and follows five thousand that nobody defines.',
    () => lines(10_000, (at) => `[r${at}]: ../../../../../../etc/passwd${at}\n`) + lines(5000, (at) => `[x][q${at}] `),
  ),
  document('text-html', 'Is full of tags, entities and addresses that run programs.', () =>
    lines(
      2000,
      () =>
        '<a href="javascript:x" onclick=y>&#x41;&notit; [a](command:workbench.action.terminal.new) <img src=//example.org>\n',
    ),
  ),
  document(
    'text-mermaid',
    'Has a diagram of ten thousand arrows.',
    () =>
      `\`\`\`mermaid\nsequenceDiagram\n${lines(10_000, (at) => `A${at}->>B${at}: click ${'"'.repeat(at % 7)}\n`)}\`\`\``,
  ),
  {
    name: 'text-bytes',
    attempt: 'Is no text: half a letter, zeros, and marks of byte order everywhere.',
    build: (place) => {
      place.write(
        'docs/adr/0003-bytes.md',
        Buffer.concat([
          Buffer.from('# 3. \ufeffBytes\ufeff\n\n## Status\n'),
          Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80]),
        ]),
      );
      place.write('docs/adr/0004-zeros.md', Buffer.alloc(300_000));
    },
  },
  {
    name: 'text-many',
    attempt: 'Has two thousand records with one number, each replacing the next.',
    build: (place) => {
      for (let at = 0; at < 1000; at++)
        place.write(
          `docs/adr/0005-r${at}.md`,
          `# 5. R${at}\n\n## Status\n\nSuperseded by [R](0005-r${(at + 1) % 1000}.md)\n`,
        );
    },
  },
  {
    name: 'text-places',
    attempt: 'Has pipes, devices, links out and links in a circle where documents would be.',
    build: (place) => {
      place.pipe('docs/adr/0003-pipe.md');
      place.pipe('deploy/service.yaml');
      place.link('docs/adr/0004-zero.md', '/dev/zero');
      place.link('docs/adr/0005-secret.md', '../../../sibling/secret.txt');
      place.link('docs/adr/0006-itself.md', '0006-itself.md');
      place.link('docs/again', '..');
    },
  },
  {
    name: 'artifact-continued',
    attempt: 'Goes on with a line that holds nothing but the mark to go on.',
    build: artifact,
    opens: ['deploy/Dockerfile'],
  },
  {
    name: 'artifact-long',
    attempt: 'Has a Dockerfile, a Deployment and a diagram of many thousand lines.',
    build: (place) => {
      place.write('deploy/Dockerfile', `FROM node:20\n${lines(8000, (at) => `RUN echo ${at} \\\n`)}`);
      place.write('deploy/flow.mmd', `sequenceDiagram\n${lines(8000, (at) => `A->>B: ${at}\n`)}`);
      const env = lines(3000, (at) => `            - name: N${at}\n              value: "${at}"\n`);
      place.write(
        'deploy/service.yaml',
        `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: x\nspec:\n  template:\n    spec:\n      containers:\n        - name: x\n          env:\n${env}`,
      );
    },
    opens: ['deploy/service.yaml'],
  },
];
