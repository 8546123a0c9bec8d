import type { TextEdit } from '../../problem.ts';
import type { CorpusEntry } from '../corpus/entry.ts';
import { toRelative } from '../corpus/paths.ts';
import { readRelations } from '../corpus/summarise.ts';
import type { Block, Table } from '../model/block.ts';
import type { DesignDocument } from '../model/document.ts';
import { forEachBlock } from '../model/inline.ts';
import type { Statement } from '../model/statement.ts';
import { lineEndOf } from '../../text/lines.ts';
import { endOfLine, insert, paragraphBelow, startOfLine } from './insertions.ts';
import { referenceName } from './references.ts';
import { choiceOf, fillGap } from './statusPlace.ts';

/** What one record says of another, as `Relation` and `Field` name it. */
export type SaidRelation = 'supersedes' | 'superseded-by';

/** Two records: the one that says something, and the one it says it of. */
export interface Pair {
  readonly document: DesignDocument;
  readonly from: CorpusEntry;
  readonly to: CorpusEntry;
}

/** `[ADR-031](0031-use-queues.md)`; in front matter, where brackets are a list, `ADR-031` or the file. */
export function nameFor({ from, to }: Pick<Pair, 'from' | 'to'>, isPlain: boolean): string {
  const path = toRelative(from.file, to.file);
  const name = referenceName(to);
  if (isPlain) return name ?? path;
  return `[${name ?? to.title.replace(/[[\]|\\]/g, '\\$&')}](${path})`;
}

/** Whether a record's header says a relation to the other one already. */
export function isSaid({ document, from, to }: Pair, relation: SaidRelation): boolean {
  for (const { kind, file, number } of readRelations(document, from.file)) {
    if (kind !== relation) continue;
    if (file === undefined ? number !== undefined && number === to.number : file === to.file) return true;
  }
  return false;
}

/** The statement that names the other records of a relation, when the document has one that readers see. */
export function relationStatement({ metadata }: DesignDocument, relation: SaidRelation): Statement | undefined {
  return metadata.statements.find(({ field, form }) => field === relation && form !== 'comment');
}

/** Says a relation to another record in the form the document states its status in; nothing when it is said already. */
export function sayRelation(pair: Pair, relation: SaidRelation): TextEdit[] {
  if (isSaid(pair, relation)) return [];
  const { document } = pair;
  const known = relationStatement(document, relation);
  if (!known) return addStatement(document, relation, pair);
  const isPlain = known.form === 'front-matter';
  const name = nameFor(pair, isPlain);
  if (isPlain) return addToYaml(document, known, name);
  if (known.value === '') return fillGap(document, known.valueRange.start, name);
  return isNothing(known.value) ? [{ range: known.valueRange, text: name }] : insert(known.valueRange.end, `, ${name}`);
}

/** Takes away what a record says of its successors: its line, or the value where the line holds more. */
export function forgetRelation(document: DesignDocument, relation: SaidRelation): TextEdit[] {
  const known = relationStatement(document, relation);
  if (!known || isNothing(known.value)) return [];
  const { text } = document;
  const { labelRange, valueRange, form } = known;
  const end = valueRange.start + document.slice(valueRange).trimEnd().length;
  switch (form) {
    case 'front-matter':
    case 'line':
    case 'bold-line':
    case 'bullet':
    case 'bold-bullet':
    case 'quote': {
      const below = endOfLine(text, end) + (/^\r?\n/.exec(text.slice(endOfLine(text, end)))?.[0].length ?? 0);
      return [{ range: { start: startOfLine(text, labelRange.start), end: below }, text: '' }];
    }
    case 'piped-line': {
      const line = startOfLine(text, labelRange.start);
      const before = /\s*[|·•][^|·•]*$/.exec(text.slice(line, labelRange.start));
      return [{ range: before ? { start: line + before.index, end } : valueRange, text: '' }];
    }
    default:
      return [{ range: valueRange, text: '' }];
  }
}

/** Whether a value is left out, or says itself that there is none. */
function isNothing(value: string): boolean {
  return /^(?:null|~|-|–|—|…|\?|none|nothing|n\/a)?\.?$/i.test(value.replace(/[*_`]/g, '').trim());
}

/** Adds a name to a YAML value: one more item of a list, in the list's own form, or one more word. */
function addToYaml(document: DesignDocument, { value, valueRange }: Statement, name: string): TextEdit[] {
  const { text } = document;
  const { start } = valueRange;
  const end = start + value.trimEnd().length;
  if (value === '') return fillGap(document, start, name);
  if (isNothing(value)) return [{ range: valueRange, text: name }];
  const item = /^(?:\[\s*|-\s+)(["'])/.exec(value)?.[1] ?? '';
  const words = item + name + item;
  if (value.startsWith('[')) {
    const inside = value.slice(1, value.lastIndexOf(']')).trimEnd();
    const between = inside === '' ? '' : inside.endsWith(',') ? ' ' : ', ';
    return insert(start + 1 + inside.length, between + words);
  }
  const mark = /^-[ \t]+/.exec(value)?.[0];
  if (mark === undefined) return insert(end, `, ${name}`);
  const indentation = text.slice(startOfLine(text, start), start);
  return insert(endOfLine(text, end), lineEndOf(text) + indentation + mark + words);
}

/** Says a relation where the document has no place for it yet: beside its status. */
function addStatement(document: DesignDocument, relation: SaidRelation, pair: Pair): TextEdit[] {
  const { text, metadata, allSections } = document;
  const { status } = metadata;
  const words = relation.replace('-', ' ');
  const name = nameFor(pair, status?.form === 'front-matter');
  const sentence = `${capital(words)} ${name}`;
  switch (status?.form) {
    case 'front-matter':
      return insert(endOfLine(text, status.valueRange.end), `${lineEndOf(text)}${relation}: ${name}`);
    case 'line':
    case 'bold-line':
    case 'bullet':
    case 'bold-bullet':
    case 'quote':
      return insert(
        endOfLine(text, endOfStatement(document, status)),
        lineEndOf(text) + likeLine(document, status, words, name),
      );
    case 'table':
      return addToTable(document, status, words, name);
    case 'piped-line': {
      const end = choiceOf(document, status)?.end ?? status.valueRange.end;
      return insert(end, ` ${barOf(document, status)} ${labelLike(document, status, words)} ${name}`);
    }
    case 'section':
    case 'seed-section': {
      // Where no status stands, these words would be read as one.
      const block = status.value === '' ? undefined : outermostAt(document, status.valueRange.end);
      return block ? paragraphBelow(document, block.range.end, sentence) : belowTitle(document, sentence);
    }
    case 'heading': {
      const section = allSections.find(({ headingRange }) => isWithin(status.labelRange.start, headingRange));
      return section ? paragraphBelow(document, section.headingRange.end, sentence) : belowTitle(document, sentence);
    }
    default:
      return belowTitle(document, sentence);
  }
}

function belowTitle(document: DesignDocument, sentence: string): TextEdit[] {
  const { title, preamble, frontMatter, text } = document;
  const above = title?.headingRange ?? preamble[0]?.range ?? frontMatter?.range;
  if (above) return paragraphBelow(document, above.end, sentence);
  return insert(text.startsWith('\uFEFF') ? 1 : 0, sentence + lineEndOf(text).repeat(2));
}

/** A row of its own; a table whose statuses stand below their labels has no room for one, so words go below it. */
function addToTable(document: DesignDocument, status: Statement, words: string, name: string): TextEdit[] {
  const { text } = document;
  const table = innermostAt(document, status.valueRange.start, 'table') as Table;
  const { header } = table;
  const isHeader = isWithin(status.labelRange.start, header.range);
  if (isHeader && !isWithin(status.valueRange.start, header.range)) {
    const block = outermostAt(document, table.range.start) ?? table;
    return paragraphBelow(document, block.range.end, `${capital(words)} ${name}`);
  }
  const rowEnd = endOfLine(text, status.valueRange.end);
  // Below the header stands the line `|---|---|`.
  const end = isHeader ? endOfLine(text, text.indexOf('\n', rowEnd) + 1) : rowEnd;
  const start = startOfLine(text, status.labelRange.start);
  const before = /^[\s>]*/.exec(text.slice(start, status.labelRange.start))![0];
  const label = document.slice(status.labelRange).replace(/\p{L}[\p{L}\p{M}\s]*(?<!\s)/u, capital(words));
  return insert(end, `${lineEndOf(text)}${before}| ${label} | ${name} |`);
}

/** Where a status ends with what its author wrote on below it: a bullet's last line, a paragraph's next statement. */
function endOfStatement(document: DesignDocument, { valueRange }: Statement): number {
  const { start } = valueRange;
  const paragraph = innermostAt(document, start, 'paragraph');
  if (paragraph?.kind !== 'paragraph') return valueRange.end;
  const item = itemAt(document, start);
  if (item) return item.start + document.slice(item).trimEnd().length;
  const { statements } = document.metadata;
  const below = paragraph.lines.filter((line) => line.start > start);
  const next = below.findIndex((line) => statements.some(({ labelRange }) => isWithin(labelRange.start, line)));
  return below[(next < 0 ? below.length : next) - 1]?.end ?? valueRange.end;
}

const isWithin = (offset: number, { start, end }: { start: number; end: number }) => start <= offset && offset <= end;

function outermostAt({ blocks }: DesignDocument, offset: number): Block | undefined {
  return blocks.find(({ range }) => isWithin(offset, range));
}

function innermostAt({ blocks }: DesignDocument, offset: number, kind: Block['kind']): Block | undefined {
  let found: Block | undefined;
  forEachBlock(blocks, (block) => {
    if (block.kind === kind && isWithin(offset, block.range)) found = block;
  });
  return found;
}

function itemAt(document: DesignDocument, offset: number) {
  const list = innermostAt(document, offset, 'list');
  return list?.kind === 'list' ? list.items.find(({ range }) => isWithin(offset, range))?.range : undefined;
}

/** `- **Status:** Accepted  ` makes `- **Supersedes:** [ADR-017](…)  `, a hard break included. */
function likeLine({ text }: DesignDocument, status: Statement, words: string, name: string): string {
  const before = text.slice(startOfLine(text, status.labelRange.start), status.labelRange.start);
  const between = text.slice(status.labelRange.end, status.valueRange.start).replace(/(?<=\S)$/, ' ');
  const after = /(?: {2,}|\\)$/.exec(text.slice(status.valueRange.end, endOfLine(text, status.valueRange.end)));
  return `${before}${likeLabel(text, status, words)}${between}${name}${after?.[0] ?? ''}`;
}

/** `**Supersedes:**` beside `**Status:** Accepted`. */
function labelLike({ text }: DesignDocument, status: Statement, words: string): string {
  const lead = /[*_]*$/.exec(text.slice(0, status.labelRange.start).slice(-3))![0];
  const between = text.slice(status.labelRange.end, status.valueRange.start).trim();
  return `${lead}${likeLabel(text, status, words)}${between}`;
}

function likeLabel(text: string, { labelRange }: Statement, words: string): string {
  return /^\p{Ll}/u.test(text.slice(labelRange.start, labelRange.end)) ? words : capital(words);
}

/** What stands between the statements of a line: `|`, `·` or `•`. */
function barOf({ text }: DesignDocument, { labelRange }: Statement): string {
  const line = text.slice(startOfLine(text, labelRange.start), endOfLine(text, labelRange.start));
  return /[·•]/.exec(line)?.[0] ?? '|';
}

const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1);
