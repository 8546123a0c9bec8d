import type { TextRange } from '../../problem.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Profile } from '../profiles/profile.ts';
import type { CorpusEntry, Relation } from './entry.ts';
import { resolvePath } from './paths.ts';

/** What the other documents need to know of one. `file` is relative to the workspace. */
export function summarise(document: DesignDocument, file: string, profile: Profile): CorpusEntry {
  const { title, metadata } = document;
  return {
    file,
    kind: profile.kind,
    profile: profile.id,
    title: title?.text || title?.heading || String(document.frontMatter?.data.title ?? file),
    number: numberOf(document, file),
    status: metadata.status?.word,
    statusForm: metadata.status?.form,
    date: metadata.date?.iso,
    relations: [...readRelations(document, file)],
  };
}

/** The number of a record: its title's, else its file name's (a date in front is no number). */
export function numberOf({ title }: DesignDocument, file: string): number | undefined {
  return title?.number ?? fileNumber(file);
}

/** `0012-slug.md`, `adr-012.md`, `0012-slug/README.md`. */
export function fileNumber(file: string): number | undefined {
  const parts = file.split('/');
  const name = parts.at(-1)!;
  const named = /^(?:index|readme)\.md$/i.test(name) ? (parts.at(-2) ?? '') : name;
  const found = /^(?:[a-z]{2,5}[-_ ]?)?(\d{1,6})(?=[-_. ]|$)/i.exec(named);
  return found && !/^\d{4}-\d{2}-\d{2}/.test(named) ? Number(found[1]) : undefined;
}

const VERBS: readonly (readonly [RegExp, Relation['kind']])[] = [
  [/\b(?:partially )?super[sc]eded[*_ -]+by\b|\breplaced[*_ -]+by\b|\bin favou?r of\b/gi, 'superseded-by'],
  [/\bsuper[sc]edes\b|\breplaces\b/gi, 'supersedes'],
  [/\bamends\b|\bamended[ -]by\b|\bextends\b/gi, 'amends'],
];

/** What the header says about other records: verbs followed by links or numbers, up to the end of the line or the next verb. */
export function* readRelations(document: DesignDocument, file: string): Iterable<Relation> {
  for (const region of headerRegions(document)) {
    const words = document.slice(region);
    const verbs = VERBS.flatMap(([verb, kind]) =>
      [...words.matchAll(verb)].map(({ index, 0: { length } }) => ({ kind, from: index, to: index + length })),
    );
    verbs.sort((a, b) => a.from - b.from);
    for (const [index, { kind, to }] of verbs.entries()) {
      const limit = Math.min(verbs[index + 1]?.from ?? words.length, endOfLine(words, to));
      yield* readTargets(words.slice(to, limit), region.start + to, kind, file);
    }
  }
}

function endOfLine(words: string, from: number): number {
  const stop = words.indexOf('\n', from);
  const flow = /^\s*:\s*\[[^[\]]*\]/.exec(words.slice(from))?.[0];
  if (flow?.includes('\n')) return from + flow.length;
  // A YAML list and a list in a section go on below their label.
  const goesOn = stop >= 0 && /^\s*:?\s*$/.test(words.slice(from, stop));
  if (!goesOn) return stop < 0 ? words.length : stop;
  const rest = /^(?:[ \t]*[-*][^\n]*(?:\n|$))*/.exec(words.slice(stop + 1));
  return stop + 1 + (rest?.[0].length ?? 0);
}

const LINK = /\[([^\]]*)\]\(((?:[^()\s]|\([^()\s]*\))+)[^)]*\)/g;
const NUMBER = /\b(?:ADR|RFC|KEP|AD)[- ]?0*(\d{1,6})\b|(?<![\w/.-])#?0*(\d{1,6})(?![\w/-]|\.\d)/gi;

function* readTargets(words: string, offset: number, kind: Relation['kind'], from: string): Iterable<Relation> {
  let bare = words;
  for (const found of words.matchAll(LINK)) {
    const [whole, label, target] = found as unknown as [string, string, string];
    bare = bare.slice(0, found.index) + ' '.repeat(whole.length) + bare.slice(found.index + whole.length);
    const isLocal = !/^(?:[a-z]+:|#)/i.test(target);
    const file = isLocal ? resolvePath(from, target.replace(/#.*$/, '')) : undefined;
    const number = fileNumber(file ?? '') ?? numberIn(label);
    yield { kind, number, file, range: range(offset + found.index, whole.length) };
  }
  for (const found of bare.matchAll(/[\p{L}\p{N}_./%-]+\.md\b/gu)) {
    bare = bare.slice(0, found.index) + ' '.repeat(found[0].length) + bare.slice(found.index + found[0].length);
    const file = resolvePath(from, found[0]);
    yield { kind, number: fileNumber(file ?? found[0]), file, range: range(offset + found.index, found[0].length) };
  }
  for (const found of bare.matchAll(NUMBER)) {
    // A year or a day is no record.
    if (/^\d{4}$/.test(found[2] ?? '') && /^(?:19|20)/.test(found[2]!)) continue;
    yield {
      kind,
      number: Number(found[1] ?? found[2]),
      file: undefined,
      range: range(offset + found.index, found[0].length),
    };
  }
}

function numberIn(words: string): number | undefined {
  const found = /\d{1,6}/.exec(words);
  return found ? Number(found[0]) : undefined;
}

function range(start: number, length: number): TextRange {
  return { start, end: start + length };
}

/** Front matter, what stands above the first section, and the status section. */
function headerRegions({ frontMatter, preamble, allSections, title }: DesignDocument): TextRange[] {
  const regions: TextRange[] = [];
  if (frontMatter) regions.push(frontMatter.body);
  if (title) regions.push(title.range);
  if (preamble.length > 0) regions.push({ start: preamble[0]!.range.start, end: preamble.at(-1)!.range.end });
  for (const section of allSections) {
    const isHeader = section.name === 'status' || /\bstatus\s*:/.test(section.name) || section.name === 'metadata';
    if (isHeader)
      regions.push({ start: section.words.start, end: section.blocks.at(-1)?.range.end ?? section.words.end });
  }
  return regions;
}
