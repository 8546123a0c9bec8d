import type { Place } from '../surroundings/place.ts';
import type { Attack } from './attack.ts';

const head = '# 3. Hostile\n\n## Status\n\nAccepted\n\n';

/** A repository with a document for each of these texts. */
function texts(name: string, attempt: string, make: () => readonly string[]): Attack {
  return {
    name,
    attempt,
    build: (place) => make().forEach((text, at) => place.write(`docs/adr/000${at + 3}-hostile.md`, `${head}${text}\n`)),
  };
}

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

const artifact = (place: Place) =>
  place.write('deploy/Dockerfile', 'FROM node:20\nRUN npm ci && \\\n\\\n    npm test\n\\\n  \\\n\t\\\n');

/** Text that is hard to read. */
export const documents: readonly Attack[] = [
  texts('text-nested', 'Quotes a quote fifty thousand times, and has lists in lists.', () => [
    `${'> '.repeat(50_000)}deep`,
    lines(2000, (at) => `${'  '.repeat(at % 500)}- item\n`),
  ]),
  texts('text-open', 'Begins emphasis, links and code, and never ends them, or all at once.', () => [
    '*a_b**c__'.repeat(12_000),
    `${'['.repeat(50_000)}x${']('.repeat(50_000)}`,
    lines(400, (at) => `${'`'.repeat(at + 1)} `),
  ]),
  texts('text-wide', 'Has a table of a thousand columns, and four thousand headings that are all the same.', () => [
    `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${lines(100, () => `${'|b'.repeat(1000)}|\n`)}`,
    lines(4000, () => '## Context\n\nx\n\n'),
  ]),
  texts('text-line', 'Is one line of two million characters.', () => ['we should perhaps '.repeat(110_000)]),
  texts(
    'text-blanks',
    'Opens comments that it never closes, and has words with twenty thousand blanks behind them.',
    () => [
      `${'<!-- katapath-disable KP401 '.repeat(3000)}${'<!--'.repeat(10_000)}`,
      `**Status${' '.repeat(20_000)}:${' '.repeat(20_000)}x\n\nBLOCKING${' '.repeat(20_000)}x\n\n[a](${' '.repeat(20_000)}b`,
    ],
  ),
  texts('text-links', 'Leads ten thousand times out of the repository, and to programs.', () => [
    lines(10_000, (at) => `[r${at}]: ../../../../../../etc/passwd${at}\n`) + lines(5000, (at) => `[x][q${at}] `),
    lines(
      2000,
      () =>
        '<a href="javascript:x" onclick=y>&#x41;&notit; [a](command:workbench.action.terminal.new) <img src=//example.org>\n',
    ),
  ]),
  texts('text-mermaid', 'Has a diagram of ten thousand arrows.', () => [
    `\`\`\`mermaid\nsequenceDiagram\n${lines(10_000, (at) => `A${at}->>B${at}: click ${'"'.repeat(at % 7)}\n`)}\`\`\``,
  ]),
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
    attempt: 'Has a thousand records with one number, each replacing the next.',
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
