import type { TextRange } from '../../problem.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusEntry } from '../corpus/entry.ts';
import { resolvePath } from '../corpus/paths.ts';
import { shelfOf } from '../corpus/recordGroup.ts';
import type { DesignDocument } from '../model/document.ts';
import { RangeSet } from '../../text/rangeSet.ts';

/** A place in one document that means another one. */
export interface Reference {
  /** The whole link, or the bare `ADR-017`. */
  readonly range: TextRange;
  /** The words that change when the other one gets another name: a link's address, or the number's words. */
  readonly at: TextRange;
  readonly target: CorpusEntry;
  readonly by: 'link' | 'number';
}

/** Every place where a document names another one of its workspace, in reading order: links, and numbers without one. */
export function findReferences(document: DesignDocument, file: string, corpus: Corpus): Reference[] {
  const definitions = toDefinitions(document);
  const linked = document.links.flatMap((link) => {
    const address = link.kind === 'reference' ? definitions.get(toLabel(link.target)) : link.target;
    const target = link.kind === 'image' || address === undefined ? undefined : targetOf(address, file, corpus);
    return target ? [{ range: link.range, at: link.targetRange, target, by: 'link' as const }] : [];
  });
  const bare = [...findNumbers(document, file, corpus)];
  return [...linked, ...bare].sort((a, b) => a.range.start - b.range.start);
}

/** The reference that holds an offset. */
export function referenceAt(
  document: DesignDocument,
  { file, corpus, offset }: { file: string; corpus: Corpus; offset: number },
): Reference | undefined {
  return findReferences(document, file, corpus).find(({ range }) => range.start <= offset && offset <= range.end);
}

/** What a record is called in running text: `ADR-017`; undefined without a number. */
export function referenceName({ kind, number }: CorpusEntry): string | undefined {
  return number === undefined ? undefined : `${kind.toUpperCase()}-${String(number).padStart(3, '0')}`;
}

/** The path of the workspace that a link's address means; `/docs/a.md` counts from its root. Undefined for other places. */
export function toPath(address: string, file: string): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(address)) return undefined;
  return resolvePath(file, address.replace(/[#?].*$/, ''));
}

function targetOf(address: string, file: string, corpus: Corpus): CorpusEntry | undefined {
  const path = toPath(address, file);
  return path === undefined || path === file ? undefined : corpus.entry(path);
}

/** What the labels of a document's link definitions stand for; of two with one label, the first counts. */
export function toDefinitions(document: DesignDocument): ReadonlyMap<string, string> {
  const definitions = document.links.filter(({ kind }) => kind === 'definition');
  return new Map(definitions.reverse().map(({ words, target }) => [toLabel(document.slice(words)), target]));
}

/** The label of a link reference as it is compared: `[r]` and `[R]` are one. */
export const toLabel = (words: string) => words.toLowerCase().trim();

const NUMBERED = /(?<![\p{L}\p{N}[/-])(ADR|RFC|KEP)[- #]?0*(\d{1,6})(?![\p{L}\p{N}-]|\.\d|\])/giu;
/** In front matter, brackets are a list's and not a link's. */
const NUMBERED_IN_YAML = /(?<![\p{L}\p{N}/-])(ADR|RFC|KEP)[- #]?0*(\d{1,6})(?![\p{L}\p{N}-]|\.\d)/giu;

/** `ADR-17` and `RFC 7`, outside code, links and the document's own title. */
function* findNumbers(document: DesignDocument, file: string, corpus: Corpus): Iterable<Reference> {
  const taken = new RangeSet(document.links.map(({ range }) => range));
  const yaml = document.frontMatter?.body;
  const found = [
    ...matches(NUMBERED, document.prose, 0),
    ...(yaml ? matches(NUMBERED_IN_YAML, document.slice(yaml), yaml.start) : []),
    ...headingsOf(document).flatMap((words) => [...matches(NUMBERED, document.slice(words), words.start)]),
  ];
  for (const { range, kind, number } of found) {
    if (taken.holds(range)) continue;
    const target = numbered(corpus, file, kind, number);
    if (target && target.file !== file) yield { range, at: range, target, by: 'number' };
  }
}

const headingsOf = ({ allSections }: DesignDocument) =>
  allSections.filter(({ kind }) => kind === 'heading').map(({ words }) => words);

function* matches(
  pattern: RegExp,
  words: string,
  offset: number,
): Iterable<{ range: TextRange; kind: string; number: number }> {
  for (const { index, 0: whole, 1: kind, 2: digits } of words.matchAll(pattern))
    yield {
      range: { start: offset + index, end: offset + index + whole.length },
      kind: kind!.toLowerCase(),
      number: Number(digits),
    };
}

/** The record of a kind with a number, the one in the same folder first. */
function numbered(corpus: Corpus, file: string, kind: string, number: number): CorpusEntry | undefined {
  // Enhancement proposals are requests for comments with another name.
  const family = kind === 'kep' ? 'rfc' : kind;
  const [near] = corpus.group(family, shelfOf(file)).numbered(number);
  return near ?? corpus.group(family).numbered(number)[0];
}
