import { readFileSync, readdirSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { lint } from 'markdownlint/sync';
import { checkDocument, DocumentLibrary } from '../../src/core/documents/index.ts';
import { cpuTime } from '../support/cpuTime.ts';
import { readCorpus } from '../support/documentCorpus.ts';

/**
 * `npm run bench -- documents`: the CPU time of the whole check against markdown-it's own full parse and against
 * markdownlint with its default rules. Same documents, one process, rounds in turn; the figure is the median of each
 * round's ratio, so that a busy machine weighs on both sides. The parse is measured on all documents, with and without the rules across files; markdownlint, which
 * takes its time, on every tenth. `-- growth` adds larger and larger documents.
 */
export function run(args: string[]): number {
  const documents = readDocuments();
  const some = documents.filter((_document, index) => index % 10 === 0);
  console.log(`Node ${process.version}, medians of rounds in turn`);
  const toParse = compare(
    documents,
    { 'markdown-it parse': parse, 'Katapath, rules of one file': check },
    { rounds: 7, warm: 3 },
  );
  const libraries = openLibraries(documents);
  const acrossFiles = compare(
    documents,
    { 'markdown-it parse': parse, 'Katapath, rules across files too': (all) => checkTogether(libraries, all) },
    { rounds: 5, warm: 2 },
  );
  const toPeer = compare(
    some,
    {
      'Katapath, rules across files too': (all) => checkTogether(libraries, all),
      'markdownlint, default rules': lintAll,
    },
    { rounds: 3, warm: 1 },
  );
  console.log(
    `${toParse.toFixed(2)} times the CPU of the parse, ${acrossFiles.toFixed(2)} with the rules across files (goal: at most 1.0)`,
  );
  console.log(`${toPeer.toFixed(1)} times the documents per second of markdownlint (goal: at least 10)`);
  if (args.includes('growth')) growth();
  return toParse <= 1 && acrossFiles <= 1 && toPeer >= 10 ? 0 : 1;
}

interface Source {
  /** What stands for the workspace it is from. */
  readonly repository: string;
  readonly file: string;
  readonly text: string;
}

const markdown = new MarkdownIt({ html: true });

function parse(documents: readonly Source[]): void {
  for (const { text } of documents) markdown.parse(text, {});
}

function check(documents: readonly Source[]): void {
  for (const { text, file } of documents) checkDocument(text, { file, today: '2026-11-20' });
}

/** What is known of each repository's documents, read once as editor and command line do before they check. */
function openLibraries(documents: readonly Source[]): ReadonlyMap<string, DocumentLibrary> {
  const libraries = new Map<string, DocumentLibrary>();
  for (const { repository, file, text } of documents) {
    const library =
      libraries.get(repository) ?? new DocumentLibrary({ workspace: repository, today: () => '2026-11-20' });
    libraries.set(repository, library);
    library.put(file, text);
  }
  return libraries;
}

function checkTogether(libraries: ReadonlyMap<string, DocumentLibrary>, documents: readonly Source[]): void {
  for (const { repository, file, text } of documents) libraries.get(repository)!.check(file, text);
}

function lintAll(documents: readonly Source[]): void {
  for (const { text, file } of documents) lint({ strings: { [file]: text } });
}

/** How many times the CPU of the first contender the second one takes. */
function compare(
  documents: readonly Source[],
  contenders: Readonly<Record<string, (documents: readonly Source[]) => void>>,
  { rounds, warm }: { rounds: number; warm: number },
): number {
  const names = Object.keys(contenders) as [string, string];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -warm; round < rounds; round++)
    for (const name of names) {
      const time = cpuTime(() => contenders[name]!(documents));
      if (round >= 0) times.get(name)!.push(time);
    }
  const megabytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  console.log(`  ${documents.length} documents, ${megabytes.toFixed(1)} MB, ${rounds} rounds after ${warm} to warm up`);
  for (const [name, all] of times) {
    const perSecond = (1000 * documents.length) / median(all);
    console.log(
      `    ${name.padEnd(30)} ${median(all).toFixed(0).padStart(7)} ms CPU  ${perSecond.toFixed(0).padStart(6)} documents/s`,
    );
  }
  const [first, second] = names.map((name) => times.get(name)!) as [number[], number[]];
  return median(second.map((time, round) => time / first[round]!));
}

function readDocuments(): Source[] {
  const corpus = readCorpus().map(({ repository, path, text }) => ({ repository, file: path, text }));
  if (corpus.length > 0) return corpus;
  console.log('There are no published documents at ../shared/corpus; the Markdown of node_modules is used instead.');
  return readdirSync('node_modules', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      repository: 'packages',
      file: `docs/adr/${name}`,
      text: readFileSync(`node_modules/${name}`, 'utf8'),
    }));
}

/** One document, doubled from 10 kB to 5 MB: the time per kB must stay where it is. */
function growth(): void {
  const sample = readDocuments().filter(({ text }) => text.length > 2000 && text.length < 20_000);
  let text = '# ADR-001: Everything\n\nStatus: Accepted\n\n## Context\n\n';
  for (let index = 0; text.length < 5_000_000; index++) text += `${sample[index % sample.length]!.text}\n\n`;
  console.log('Growth');
  for (let size = 10_000; size <= 5_120_000; size *= 2) {
    const part = text.slice(0, size);
    const time = median(
      [1, 2, 3].map(() => cpuTime(() => checkDocument(part, { file: 'docs/adr/0001-everything.md' }))),
    );
    console.log(
      `  ${String(Math.round(part.length / 1000)).padStart(5)} kB  ${time.toFixed(1).padStart(8)} ms  ${((1000 * time) / part.length).toFixed(4)} ms per kB`,
    );
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
