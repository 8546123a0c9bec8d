import type { TextEdit } from '../../problem.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusEntry } from '../corpus/entry.ts';
import { toRelative } from '../corpus/paths.ts';
import { parseDocument, type DesignDocument } from '../model/document.ts';
import { forEachBlock } from '../model/inline.ts';
import { findReferences, toDefinitions, toLabel, toPath } from './references.ts';

/** What giving a record another number changes. */
export interface Renumbering {
  /** Its path with the new number; the same when the name has none. */
  readonly file: string;
  /** Edits by the files' present paths, the record's own among them. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

/** Whether another record of the same kind has a number. */
export function holderOf({ group }: Corpus, { kind, file }: CorpusEntry, number: number): CorpusEntry | undefined {
  return group(kind)
    .numbered(number)
    .find((entry) => entry.file !== file);
}

/**
 * The edits that give a record another number: in its title, its file name, and every place that links to it or names
 * it. `texts` are the Markdown files of the workspace.
 */
export function renumber(
  entry: CorpusEntry,
  number: number,
  { corpus, texts }: { corpus: Corpus; texts: ReadonlyMap<string, string> },
): Renumbering {
  const file = renamed(entry.file, number);
  const edits = new Map<string, readonly TextEdit[]>();
  for (const [name, text] of texts) {
    const made = editsOf(name, text, { entry, file, number, corpus });
    if (made.length > 0) edits.set(name, made);
  }
  return { file, edits };
}

interface Change {
  readonly entry: CorpusEntry;
  readonly file: string;
  readonly number: number;
  readonly corpus: Corpus;
}

function editsOf(name: string, text: string, change: Change): TextEdit[] {
  const { entry, number, corpus } = change;
  const document = parseDocument(text);
  const numbers = findReferences(document, name, corpus).filter(
    ({ target, by }) => target === entry && by === 'number',
  );
  return [
    ...(name === entry.file ? editTitle(document, number) : []),
    ...numbers.map(({ at }) => ({ range: at, text: withNumber(document.slice(at), entry, number) })),
    ...editLinks(document, name, change),
    ...editAddresses(document, name, change),
  ];
}

function editTitle(document: DesignDocument, number: number): TextEdit[] {
  const range = document.title?.numberRange;
  return range ? [{ range, text: padLike(document.slice(range), number) }] : [];
}

function* editLinks(document: DesignDocument, name: string, change: Change): Iterable<TextEdit> {
  const { entry, number } = change;
  const definitions = toDefinitions(document);
  for (const { kind, target, targetRange, words } of document.links) {
    const isReference = kind === 'reference';
    const address = isReference ? (definitions.get(toLabel(target)) ?? '') : target;
    const moved = movedAddress(address, name, change);
    if (kind === 'autolink' || moved === undefined) continue;
    if (!isReference && moved !== address) yield { range: targetRange, text: moved };
    // The label of a definition is what other places of the document call it, and `[words][]` is such a place.
    if (kind === 'definition' || (isReference && targetRange.start === words.start)) continue;
    const label = document.slice(words);
    const changed = withNumber(label, entry, number);
    if (changed !== label) yield { range: words, text: changed };
  }
}

/** A code span, or the address of a link that is written as HTML. */
const HTML_ADDRESS = /(`+)[^]*?\1|<a\s[^<>]*?\bhref\s*=\s*(["'])([^"'<>]*)\2/gi;

function editAddresses(document: DesignDocument, name: string, change: Change): TextEdit[] {
  const edits: TextEdit[] = [];
  if (!/href/i.test(document.text)) return edits;
  forEachBlock(document.blocks, ({ kind, range }) => {
    if (kind !== 'html' && kind !== 'paragraph' && kind !== 'heading' && kind !== 'table') return;
    for (const { index, 0: whole, 3: address } of document.slice(range).matchAll(HTML_ADDRESS)) {
      const moved = address === undefined ? undefined : movedAddress(address, name, change);
      if (address === undefined || moved === undefined || moved === address) continue;
      const end = range.start + index + whole.length - 1;
      edits.push({ range: { start: end - address.length, end }, text: moved });
    }
  });
  return edits;
}

/** The address that leads to the record at its new place; undefined for one that leads elsewhere. */
function movedAddress(address: string, name: string, { entry, file }: Change): string | undefined {
  if (toPath(address, name) !== entry.file) return undefined;
  if (file === entry.file) return address;
  const [path, rest] = splitAddress(address);
  if (path.startsWith('/')) return `/${toRelative('', file)}${rest}`;
  const isHere = path.startsWith('./') ? './' : '';
  return isHere + toRelative(name === entry.file ? file : name, file) + rest;
}

function splitAddress(target: string): [string, string] {
  const at = target.search(/[#?]/);
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at)];
}

/** A number behind what records are called, or in front of a title: `17. Use queues`, `0017-use-queues.md`, `17`. */
const OWN_NUMBER =
  /((?<![\p{L}\p{N}])(?:ADR|RFC|KEP|PEP|AD|DR|decision|record)[\s#:_-]*|#|^[\s*_`[]*(?=\d+\s*(?:[.:)\]*_`–—-]|$)))(\d{1,6})(?![\p{L}\p{N}]|\.\d)/giu;

/** The words with the record's own number changed; another number in them that happens to be equal means something else. */
function withNumber(words: string, { number: own }: CorpusEntry, number: number): string {
  return words.replace(OWN_NUMBER, (whole, lead: string, digits: string) =>
    Number(digits) === own ? lead + padLike(digits, number) : whole,
  );
}

/** The number as wide as the one it replaces. */
const padLike = (digits: string, number: number) => String(number).padStart(digits.length, '0');

/** `0017-use-queues.md` → `0021-use-queues.md`; a record that is a folder gets another folder. */
function renamed(file: string, number: number): string {
  const parts = file.split('/');
  const at = /^(?:index|readme)\.md$/i.test(parts.at(-1)!) ? parts.length - 2 : parts.length - 1;
  const name = parts[at];
  if (name === undefined || /^\d{4}-\d{2}-\d{2}/.test(name)) return file;
  parts[at] = name.replace(
    /^((?:[a-z]{2,5}[-_ ]?)?)(\d{1,6})(?=[-_. ]|$)/i,
    (_whole, lead: string, digits: string) => lead + padLike(digits, number),
  );
  return parts.join('/');
}
