import { readFileSync, readdirSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { lint } from 'markdownlint/sync';
import { checkDocument } from '../../src/core/documents/index.ts';
import { readCorpus } from '../support/documentCorpus.ts';

const ROUNDS = 5;

/**
 * `npm run bench -- documents`: the CPU time of the whole check against markdown-it's own full parse and against
 * markdownlint with its default rules. Same documents, one process, rounds in turn; the figure is the median of each
 * round's ratio, so that a busy machine weighs on both sides. Every tenth document, for markdownlint takes its time; `all`
 * takes them all, `growth` adds larger and larger documents.
 */
export function run(args: string[]): number {
  const documents = readDocuments().filter((_document, index) => args.includes('all') || index % 10 === 0);
  const markdown = new MarkdownIt({ html: true });
  const contenders: Record<string, () => void> = {
    'markdown-it parse': () => documents.forEach(({ text }) => markdown.parse(text, {})),
    'Katapath, all rules': () =>
      documents.forEach(({ text, file }) => checkDocument(text, { file, today: '2026-11-20' })),
    'markdownlint, default rules': () =>
      documents.forEach(({ text, file }) =>
        lint({ strings: { [file]: text }, resultVersion: 3 } as Parameters<typeof lint>[0]),
      ),
  };
  const bytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  console.log(
    `${documents.length} documents, ${(bytes / 1e6).toFixed(1)} MB, Node ${process.version}, ${ROUNDS} rounds after one to warm up`,
  );
  const times = measure(contenders);
  for (const [name, all] of Object.entries(times)) {
    const perSecond = documents.length / (median(all) / 1000);
    const ratio = median(all.map((time, round) => time / times['markdown-it parse']![round]!));
    console.log(
      `  ${name.padEnd(30)} ${median(all).toFixed(0).padStart(7)} ms CPU  ${perSecond.toFixed(0).padStart(6)} documents/s  ${ratio.toFixed(2).padStart(6)} × markdown-it`,
    );
  }
  const [ours, parse, peer] = ['Katapath, all rules', 'markdown-it parse', 'markdownlint, default rules'].map(
    (name) => times[name]!,
  );
  const toParse = median(ours!.map((time, round) => time / parse![round]!));
  const toPeer = median(peer!.map((time, round) => time / ours![round]!));
  console.log(
    `  ${toParse.toFixed(2)} times the CPU of the parse (goal: at most 1.0); ${toPeer.toFixed(1)} times the documents per second of markdownlint (goal: at least 10)`,
  );
  if (args.includes('growth')) growth();
  return toParse <= 1 && toPeer >= 10 ? 0 : 1;
}

function readDocuments(): { file: string; text: string }[] {
  const corpus = readCorpus().map(({ path, text }) => ({ file: path, text }));
  if (corpus.length > 0) return corpus;
  console.log('There are no published documents at ../shared/corpus; the Markdown of node_modules is used instead.');
  return readdirSync('node_modules', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ file: `docs/adr/${name}`, text: readFileSync(`node_modules/${name}`, 'utf8') }));
}

function measure(contenders: Record<string, () => void>): Record<string, number[]> {
  const names = Object.keys(contenders);
  const times: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++)
    for (const name of names) {
      const time = cpuTime(contenders[name]!);
      if (round > 0) times[name]!.push(time);
    }
  return times;
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

/** Milliseconds of user and system time. */
function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
