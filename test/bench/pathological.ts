import MarkdownIt from 'markdown-it';
import { checkDocument } from '../../src/core/documents/check.ts';
import { cpuTime } from '../support/cpuTime.ts';
import { readAll } from '../support/foreign/fuzz.ts';
import { readers } from '../support/foreign/readers.ts';
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
  '{? ',
  '? ',
  'a: [',
  'a: ',
  'a: b: ',
  '&a ',
  '*a ',
  'a: &b c\n',
  'a: *b\n',
  '!',
  '!!x ',
  '"a": "b" c\n',
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
  // The longest front matter that is read at all.
  (words) => `---\nstatus: ${words.slice(0, 8000)}\n---\n# T`,
  (words) => `---\n${words.slice(0, 8000)}\n---\n# T`,
  (words) => `# T\n\n| a | b |\n|---|---|\n| ${words.replace(/[\r\n]/g, ' ')} | c |\n`,
  (words) =>
    `# ADR-001: T\n\n## Alternatives Considered\n\n- ${words}\n\n## Decision\n\nx\n\n## Consequences\n\n- ${words}\n\n## Revisit When\n\n- ${words}`,
];

/** CPU per 100 kB that no text may take; a shorter one is weighed as if it were this long. */
const LIMIT = 50;
/** The same for a reader of foreign text, whatever it is. */
const READER_LIMIT = 200;
/** One random text in this many is made as long as the fragments, the others are a few lines. */
const LARGE_EVERY = 100;

interface Measured {
  readonly name: string;
  /** Milliseconds of CPU per 100 kB. */
  readonly ours: number;
  /** The same for markdown-it's own full parse, measured where ours is high. */
  readonly parse?: number;
  /** Kept where ours is too high: it is measured once more when all others are done. */
  readonly text?: string;
}

/**
 * `npm run bench -- pathological`: repeated fragments of 100 kB in nine places of a document, and 100,000 random texts,
 * one in a hundred of them 100 kB long. Prints the slowest, with markdown-it's own full parse of the same text beside it;
 * the goal is 50 ms of CPU per 100 kB, and no exception. `-- fragments`: those alone; `-- random from=25000 count=25000`:
 * that portion of the random texts alone. `-- readers from=0 count=1000000`: so many inputs over all readers of foreign
 * text, changed from good ones; the goal is 200 ms per 100 kB there, and no exception.
 */
export async function run(args: string[]): Promise<number> {
  const setting = (name: string, usual: number) =>
    Number(args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1) ?? usual);
  if (args.includes('readers')) return runReaders(setting('from', 0), setting('count', 1_000_000));
  for (let warm = 0; warm < 3000; warm++) checkDocument(randomMarkdown(warm), options);
  const parts: boolean[] = [];
  if (!args.includes('random')) parts.push(report('repeated fragments', fragments()));
  if (!args.includes('fragments')) {
    const [from, count] = [setting('from', 0), setting('count', 100_000)];
    parts.push(report(`random texts (seeds ${from} to ${from + count - 1})`, randomTexts(from, count)));
  }
  return parts.every(Boolean) ? 0 : 1;
}

/** `count` inputs in equal parts for each reader, beginning with the number `from`. */
async function runReaders(from: number, count: number): Promise<number> {
  const each = Math.ceil(count / readers.length);
  let isGood = true;
  let sum = 0;
  let thrown = 0;
  for (const reader of readers) {
    const { name, failures, worst, worstNumber } = await readAll(reader, from, each);
    const words = `${worst.toFixed(1).padStart(9)} ms per 100 kB at worst (number ${worstNumber})`;
    console.log(`${name.padEnd(32)} ${each} inputs, ${failures.length} exceptions, ${words}`);
    for (const { number, error } of failures.slice(0, 3)) console.log(`  number ${number}: ${String(error)}`);
    isGood &&= failures.length === 0 && worst <= READER_LIMIT;
    sum += each;
    thrown += failures.length;
  }
  console.log(`${sum} inputs over ${readers.length} readers: ${thrown} exceptions (goal: none, at most 200 ms)`);
  return isGood ? 0 : 1;
}

function* fragments(): Iterable<{ name: string; text: string }> {
  for (const unit of [...units, ...nastyMarkdown.filter((text) => text.length > 0)])
    for (const [index, wrap] of wraps.entries()) {
      const text = wrap(unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE));
      yield { name: `${JSON.stringify(unit.slice(0, 30))} in place ${index}`, text };
    }
}

function* randomTexts(from: number, count: number): Iterable<{ name: string; text: string }> {
  for (let seed = from; seed < from + count; seed++) {
    let text = randomMarkdown(seed, 120);
    if (seed % LARGE_EVERY === 0)
      for (let next = 1; text.length < SIZE; next++) text += randomMarkdown(seed + next, 120);
    yield { name: `seed ${seed}, ${text.length} characters`, text };
  }
}

/** Measures every text and prints the slowest. True when none takes too long but those the parser itself takes too long for. */
function report(what: string, texts: Iterable<{ name: string; text: string }>): boolean {
  const slowest: Measured[] = [];
  let count = 0;
  let sum = 0;
  for (const { name, text } of texts) {
    const measured = measure(name, text);
    count++;
    sum += measured.ours;
    slowest.push(measured);
    if (slowest.length > 1000) keepSlowest(slowest, 100);
  }
  keepSlowest(slowest, 100);
  // Another program can double what a text takes, but not for long.
  for (const [index, measured] of slowest.entries())
    if (measured.text) slowest[index] = { ...measured, ours: Math.min(measured.ours, measure('', measured.text).ours) };
  keepSlowest(slowest, 100);
  const over = slowest.filter(({ ours }) => ours > LIMIT);
  const ofParser = over.filter(({ parse = 0 }) => parse > LIMIT);
  console.log(`${count} ${what}: no exception, ${(sum / count).toFixed(2)} ms of CPU per 100 kB on average`);
  console.log(
    `  over ${LIMIT} ms: ${over.length}, markdown-it's own parse too in ${ofParser.length} of them (goal: none)`,
  );
  for (const { name, ours, parse } of slowest.slice(0, 12)) {
    const beside = parse === undefined ? '' : `  parse alone ${parse.toFixed(1)} ms`;
    console.log(`  ${ours.toFixed(1).padStart(9)} ms${beside}  ${name}`);
  }
  return over.length === ofParser.length;
}

function keepSlowest(all: Measured[], count: number): void {
  all.sort((a, b) => b.ours - a.ours);
  all.length = Math.min(all.length, count);
}

function measure(name: string, text: string): Measured {
  const per100 = (work: () => void) => (SIZE * cpuTime(work)) / Math.max(text.length, SIZE);
  const check = () => void checkDocument(text, options);
  const ours = per100(check);
  if (ours < LIMIT / 2) return { name, ours };
  // What the collector and the machine took is not the text's: the best of five is.
  const best = (work: () => void) => Math.min(...Array.from({ length: 5 }, () => per100(work)));
  const least = Math.min(ours, best(check));
  return { name, ours: least, parse: best(() => void markdown.parse(text, {})), ...(least > LIMIT && { text }) };
}

const markdown = new MarkdownIt({ html: true });
