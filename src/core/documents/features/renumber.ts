import type { TextEdit } from '../../problem.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusEntry } from '../corpus/entry.ts';
import { resolvePath, toRelative } from '../corpus/paths.ts';
import { parseDocument } from '../model/document.ts';
import { findReferences } from './references.ts';

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
    const made = name === entry.file ? editOwn(text, number) : editOther(name, text, { entry, file, number, corpus });
    if (made.length > 0) edits.set(name, made);
  }
  return { file, edits };
}

function editOwn(text: string, number: number): TextEdit[] {
  const { title } = parseDocument(text);
  if (!title?.numberRange) return [];
  return [
    { range: title.numberRange, text: padLike(text.slice(title.numberRange.start, title.numberRange.end), number) },
  ];
}

function editOther(
  name: string,
  text: string,
  { entry, file, number, corpus }: { entry: CorpusEntry; file: string; number: number; corpus: Corpus },
): TextEdit[] {
  const document = parseDocument(text);
  const edits: TextEdit[] = [];
  for (const { at, target, by } of findReferences(document, name, corpus))
    if (target === entry && by === 'number')
      edits.push({ range: at, text: withNumber(document.slice(at), entry, number) });
  for (const { kind, target, targetRange, words } of document.links) {
    if (kind === 'reference' || kind === 'autolink' || /^(?:[a-z][a-z\d+.-]*:|\/|#|$)/i.test(target)) continue;
    const [path, rest = ''] = splitAddress(target);
    if (resolvePath(name, path) !== entry.file) continue;
    const isHere = path.startsWith('./') ? './' : '';
    if (file !== entry.file) edits.push({ range: targetRange, text: isHere + toRelative(name, file) + rest });
    const label = document.slice(words);
    const changed = withNumber(label, entry, number);
    if (kind !== 'definition' && changed !== label) edits.push({ range: words, text: changed });
  }
  return edits;
}

function splitAddress(target: string): [string, string] {
  const at = target.search(/[#?]/);
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at)];
}

/** `ADR-017`, `ADR 17`, `17. Title`: the first number that is the record's own. */
function withNumber(words: string, { number: own }: CorpusEntry, number: number): string {
  return words.replace(/\d+/g, (digits) => (Number(digits) === own ? padLike(digits, number) : digits));
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
