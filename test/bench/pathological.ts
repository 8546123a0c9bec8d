import { checkDocument } from '../../src/core/documents/check.ts';
import { nastyMarkdown } from '../support/nastyMarkdown.ts';
import { randomMarkdown } from '../support/randomMarkdown.ts';

const SIZE = 100_000;
const options = { file: 'docs/adr/0001-x.md', today: '2026-11-20' };

/** What a parser with a square in it falls over: one small thing, repeated. */
const units = [
  '[',
  '](',
  '![',
  '[]',
  '[a](',
  '[a](<b',
  '[a][',
  '[a]: ',
  '[a]: <',
  '<',
  '<a ',
  '<a b="',
  '<!--',
  '<?',
  '<![CDATA[',
  '</',
  '`',
  '`` ` ',
  '*',
  '**a ',
  '_a',
  '~~',
  '\\',
  '&',
  '&#',
  '|',
  '|a',
  '| a |\n',
  '|-',
  '> ',
  '>\n',
  '- ',
  '-\n',
  '1. ',
  '1.\n',
  '- a\n\n',
  '  - a\n',
  '\t',
  ' ',
  '\n',
  '\r',
  '\r\n',
  '# ',
  '# a\n',
  '## Status\n',
  '## Date: 2024-01-01 | Status: Accepted\n',
  '```\n',
  '~~~',
  '---\n',
  '===\n',
  'a\n===\n',
  'Status: ',
  'Status: Accepted\n',
  '**Status:** ',
  '**A**: b\n\n',
  'Status: a | ',
  'a: b | ',
  '- Status: Accepted\n',
  '2024-01-01 ',
  '1/1/',
  'ADR-1 ',
  'supersedes ',
  'A. b\n',
  'A. b — rejected: c\n',
  'some ',
  'TODO ',
  '{a',
  '{{',
  '(',
  ')',
  '"',
  "'",
  '😀',
  '\u0301',
  '\0',
  '\uFEFF',
  '<!-- katapath-disable-next-line KP301 -->\n',
  'http://',
  'www.',
  'a@b.c ',
  ':',
  ': ',
  '- [ ] ',
  'Good, because ',
  'x'.repeat(99) + '\n',
];

const wraps: readonly ((words: string) => string)[] = [
  (words) => words,
  (words) => `# ADR-001: T\n\n${words}`,
  (words) => `# ADR-001: T\n\n## Status\n\n${words}\n\n## Decision\n\n${words}`,
  (words) => `# ${words.replace(/[\r\n]/g, ' ')}\n\n## Context\n\n## Decision\n`,
  (words) => `---\nstatus: ${words}\n---\n# T`,
  (words) => `# T\n\n| a | b |\n|---|---|\n| ${words.replace(/[\r\n]/g, ' ')} | c |\n`,
  (words) =>
    `# ADR-001: T\n\n## Alternatives Considered\n\n- ${words}\n\n## Decision\n\nx\n\n## Consequences\n\n- ${words}\n\n## Revisit When\n\n- ${words}`,
];

/**
 * `npm run bench -- pathological`: repeated fragments of 100 kB in seven places of a document, and 100,000 random texts.
 * Prints the slowest; the goal is 50 ms of CPU per 100 kB, and no exception.
 */
export function run([count = '100000']: string[]): number {
  const slow: { name: string; time: number; length: number }[] = [];
  const measure = (name: string, text: string) => {
    const before = process.cpuUsage();
    checkDocument(text, options);
    const { user, system } = process.cpuUsage(before);
    slow.push({ name, time: (user + system) / 1000, length: text.length });
  };
  for (let warm = 0; warm < 3000; warm++) checkDocument(randomMarkdown(warm), options);
  for (const unit of [...units, ...nastyMarkdown.filter((text) => text.length > 0)])
    for (const [index, wrap] of wraps.entries()) {
      const text = wrap(unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE));
      measure(`${JSON.stringify(unit.slice(0, 30))} in place ${index}`, text);
    }
  const per100 = ({ time, length }: { time: number; length: number }) => (100_000 * time) / Math.max(length, SIZE);
  slow.sort((a, b) => per100(b) - per100(a));
  const over = slow.filter((one) => per100(one) > 50);
  console.log(`${slow.length} repeated fragments: ${over.length} over 50 ms of CPU per 100 kB (goal: none)`);
  for (const one of slow.slice(0, 25)) console.log(`  ${per100(one).toFixed(1).padStart(9)} ms  ${one.name}`);
  for (let seed = 0; seed < Number(count); seed++) checkDocument(randomMarkdown(seed, 120), options);
  console.log(`${count} random texts: no exception`);
  return over.length === 0 ? 0 : 1;
}
