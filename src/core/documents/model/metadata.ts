import type { TextRange } from '../../problem.ts';
import type { Block, List, Paragraph, Table } from './block.ts';
import { findDate } from './dates.ts';
import type { FrontMatter } from './frontMatter.ts';
import type { Section } from './sections.ts';
import type { DocumentDate, Statement, StatementForm, Status } from './statement.ts';
import type { Title } from './title.ts';
import { type Field, readStatus, toField } from './vocabulary.ts';
import { toPlain } from './words.ts';

/** What a document says about itself, in the order a reader meets it. */
export interface Metadata {
  readonly statements: readonly Statement[];
  /** The first status stated in the header; undefined when none is, which is not the same as "proposed". */
  readonly status: Status | undefined;
  /** Every statement of a status: more than one may contradict. */
  readonly statuses: readonly Status[];
  readonly date: DocumentDate | undefined;
  readonly dates: readonly DocumentDate[];
  find(field: Field): Statement | undefined;
}

/** Where metadata may stand. Fenced code, amendments and the body's prose are never looked at. */
interface Header {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  readonly title: Title | undefined;
  readonly preamble: readonly Block[];
  readonly sections: readonly Section[];
}

export function readMetadata(header: Header): Metadata {
  const statements = takeFirst(MOST, readHeader(header));
  const statuses = statements.filter(({ field }) => field === 'status').map(toStatus);
  const dates = statements.filter(({ field }) => field === 'date').map(toDate);
  return {
    statements,
    statuses,
    status: statuses[0],
    dates,
    date: dates.find(({ format }) => format !== 'none') ?? dates[0],
    find: (field) => statements.find((statement) => statement.field === field),
  };
}

/** No header says more than this about itself; a text that seems to is no header. */
const MOST = 200;

function takeFirst<T>(count: number, values: Iterable<T>): T[] {
  const taken: T[] = [];
  for (const value of values) {
    taken.push(value);
    if (taken.length === count) break;
  }
  return taken;
}

function* readHeader({ text, frontMatter, title, preamble, sections }: Header): Iterable<Statement> {
  if (frontMatter) yield* fromFrontMatter(text, frontMatter);
  if (title) yield* fromWords(text, title.range, 'title', { needsPipe: true });
  yield* fromBlocks(text, preamble, '');
  for (const section of sections) yield* fromSection(text, section);
}

function* fromFrontMatter(text: string, { entries }: FrontMatter): Iterable<Statement> {
  for (const { key, keyRange, valueRange } of entries) {
    const label = key.toLowerCase();
    const range = unquote(text, valueRange);
    yield {
      field: toField(label),
      label,
      labelRange: keyRange,
      value: text.slice(range.start, range.end),
      valueRange: range,
      form: 'front-matter',
    };
  }
}

function* fromBlocks(text: string, blocks: readonly Block[], around: '' | 'quote'): Iterable<Statement> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      for (const line of block.lines) yield* fromWords(text, line, around || 'line');
    } else if (block.kind === 'list') yield* fromList(text, block);
    else if (block.kind === 'quote') yield* fromBlocks(text, block.blocks, 'quote');
    else if (block.kind === 'table') yield* fromTable(text, block);
    else if (block.kind === 'html') yield* fromComment(text, block.range);
  }
}

function* fromList(text: string, list: List): Iterable<Statement> {
  for (const item of list.items) {
    const first = item.blocks[0];
    if (first?.kind !== 'paragraph') continue;
    yield* fromWords(text, first.lines[0]!, 'bullet');
  }
}

/** Rows `| Status | Accepted |` (the header row too), or columns `| Status | Date |` over one row of values. */
function* fromTable(text: string, { header, rows }: Table): Iterable<Statement> {
  const labels = header.cells.map((cell) => toField(labelOf(text, cell)));
  if (labels.filter(Boolean).length > 1 && rows[0]) {
    for (const [column, cell] of header.cells.entries()) yield fromCells(text, cell, rows[0].cells[column]!);
    return;
  }
  for (const { cells } of [header, ...rows]) {
    const [label, value] = cells;
    if (label && value && toField(labelOf(text, label))) yield fromCells(text, label, value);
  }
}

function fromCells(text: string, labelRange: TextRange, valueRange: TextRange): Statement {
  const label = labelOf(text, labelRange);
  return {
    field: toField(label),
    label,
    labelRange,
    value: text.slice(valueRange.start, valueRange.end),
    valueRange,
    form: 'table',
  };
}

/** A cell with more in it is no label. */
const LONGEST_LABEL = 200;

function labelOf(text: string, { start, end }: TextRange): string {
  return toPlain(text.slice(start, Math.min(end, start + LONGEST_LABEL)))
    .replace(/\s*[::]\s*$/, '')
    .toLowerCase();
}

function* fromComment(text: string, { start, end }: TextRange): Iterable<Statement> {
  const words = text.slice(start, end);
  if (!words.startsWith('<!--') || /katapath-/.test(words)) return;
  const closing = words.indexOf('-->');
  const limit = start + (closing < 0 ? words.length : closing);
  let from = start + 4;
  while (from < limit) {
    const breakAt = text.indexOf('\n', from);
    const to = breakAt < 0 || breakAt > limit ? limit : breakAt;
    for (const statement of fromWords(text, trim(text, { start: from, end: to }), 'comment'))
      if (statement.field) yield statement;
    from = to + 1;
  }
}

const SEGMENT =
  /^((?:\p{Extended_Pictographic}\uFE0F?\s*)?(?:\*\*|__|\*|_)?)(\p{L}[\p{L}\p{M}\d()/'’ _-]{0,40}?)\s*((?:\*\*|__|\*|_)?[::](?:\*\*|__|\*|_)?)(?=\s|$|\S)/u;

/** The statements of one line: `Label: value`, several between pipes or middle dots. */
function* fromWords(
  text: string,
  line: TextRange,
  place: 'line' | 'quote' | 'bullet' | 'title' | 'heading' | 'comment',
  { needsPipe = false } = {},
): Iterable<Statement> {
  const words = text.slice(line.start, line.end);
  if (!words.includes(':') && !words.includes(':')) return;
  const segments = splitSegments(words);
  if (needsPipe && segments.length === 1) return;
  for (const [from, to] of segments) {
    const range = trim(text, { start: line.start + from, end: line.start + to });
    const segment = text.slice(range.start, range.end);
    const found = SEGMENT.exec(segment);
    if (!found) continue;
    const [whole, lead, label, colon] = found as unknown as [string, string, string, string];
    const name = label.toLowerCase().trim();
    const field = toField(name);
    const isBold = lead.includes('*') || lead.includes('_');
    // A sentence with a colon is not metadata: a label of the author's own must be set off as one.
    if (!field && !(place === 'bullet' || isBold)) continue;
    if (
      colon.length === 1 &&
      !isBold &&
      /^\S/.test(segment.slice(whole.length)) &&
      /^\/\//.test(segment.slice(whole.length))
    )
      continue;
    const labelStart = range.start + lead.length;
    const valueRange = trim(text, { start: range.start + whole.length, end: range.end });
    yield {
      field,
      label: name,
      labelRange: { start: labelStart, end: labelStart + label.trimEnd().length },
      value: text.slice(valueRange.start, valueRange.end),
      valueRange,
      form: formOf(place, isBold, segments.length > 1),
    };
  }
}

function formOf(
  place: 'line' | 'quote' | 'bullet' | 'title' | 'heading' | 'comment',
  bold: boolean,
  piped: boolean,
): StatementForm {
  if (place === 'bullet') return bold ? 'bold-bullet' : 'bullet';
  if (place !== 'line') return place;
  if (piped) return 'piped-line';
  return bold ? 'bold-line' : 'line';
}

/** Start and end of each part between `|`, `·` and `•`. */
function splitSegments(words: string): [number, number][] {
  const segments: [number, number][] = [];
  let from = 0;
  for (let at = 0; at < words.length; at++) {
    const unit = words[at];
    if (unit !== '|' && unit !== '·' && unit !== '•') continue;
    segments.push([from, at]);
    from = at + 1;
  }
  segments.push([from, words.length]);
  return segments.filter(([start, end]) => words.slice(start, end).trim() !== '');
}

function* fromSection(text: string, section: Section): Iterable<Statement> {
  if (section.kind === 'heading' && HEADING_STATEMENT.test(section.heading)) {
    const stated = [...fromWords(text, section.words, 'heading')].filter(({ field }) => field);
    if (stated.length > 0) {
      yield* stated;
      return;
    }
  }
  const field = toField(section.name);
  if (field === 'status') yield* fromStatusSection(text, section);
  else if (field === 'date' || field === 'author') yield* fromValueSection(text, section, field);
  else if (CHANGELOG.has(section.name)) yield* fromChangelog(text, section);
  else if (METADATA.has(section.name)) yield* fromBlocks(text, section.blocks, '');
}

const HEADING_STATEMENT = /^\s*[\p{L} ]{3,20}\s*[::]\s*\S/u;
const CHANGELOG = new Set(['changelog', 'change log', 'revision history', 'history', 'document history']);
const METADATA = new Set([
  'metadata',
  'meta',
  'document info',
  'document information',
  'document metadata',
  'header',
  'metadaten',
]);

/** `## Status` and below it a word, a list of one, lines `Label: value`, or the roadmap's `STATE | date | Author: @x`. */
function* fromStatusSection(text: string, section: Section): Iterable<Statement> {
  const ticked = tickedLines(text, section.blocks[0]);
  if (ticked.length > 0) {
    for (const range of ticked) yield valueOf(text, section, 'status', range, 'section');
    return;
  }
  const line = firstLine(section.blocks);
  if (!line) {
    yield valueOf(
      text,
      section,
      'status',
      { start: section.headingRange.end, end: section.headingRange.end },
      'section',
    );
    return;
  }
  const words = text.slice(line.start, line.end);
  const segments = splitSegments(words).map(([from, to]) =>
    trim(text, { start: line.start + from, end: line.start + to }),
  );
  if (segments.length > 1) {
    yield* fromSeedLine(text, section, segments);
    return;
  }
  const labelled = [...fromBlocks(text, section.blocks.slice(0, 1), '')].filter(({ field }) => field);
  if (labelled.some(({ field }) => field === 'status')) {
    yield* labelled;
    return;
  }
  yield valueOf(text, section, 'status', line, 'section');
  yield* labelled;
}

function* fromSeedLine(text: string, section: Section, segments: readonly TextRange[]): Iterable<Statement> {
  for (const [index, segment] of segments.entries()) {
    const stated = [...fromWords(text, segment, 'line')].filter(({ field }) => field);
    if (stated.length > 0) yield* stated.map((statement) => ({ ...statement, form: 'seed-section' as const }));
    else if (index === 0) yield valueOf(text, section, 'status', segment, 'seed-section');
    else if (/\d/.test(text.slice(segment.start, segment.end)))
      yield valueOf(text, section, 'date', segment, 'seed-section');
    else if (text[segment.start] === '@') yield valueOf(text, section, 'author', segment, 'seed-section');
  }
}

function* fromValueSection(text: string, section: Section, field: 'date' | 'author'): Iterable<Statement> {
  const line = firstLine(section.blocks);
  if (line) yield valueOf(text, section, field, line, 'section');
}

/** The last day a change log names is the document's date; logs run in either order. */
function* fromChangelog(text: string, section: Section): Iterable<Statement> {
  for (const block of section.blocks) {
    if (block.kind !== 'list') continue;
    for (const item of block.items) {
      const line = firstLine(item.blocks);
      if (line && findDate(text.slice(line.start, Math.min(line.end, line.start + 40))))
        yield valueOf(text, section, 'date', line, 'changelog');
    }
    return;
  }
}

function valueOf(text: string, section: Section, field: Field, valueRange: TextRange, form: StatementForm): Statement {
  const value = text.slice(valueRange.start, valueRange.end);
  return { field, label: section.name, labelRange: section.words, value, valueRange, form };
}

const TICKED = /^\[[xX✓✔]\]\s/;

/** What is ticked in a list of boxes, `- [ ] Proposed` and `- [x] Accepted`: one line, unless the author left the old ones. */
function tickedLines(text: string, block: Block | undefined): TextRange[] {
  const lines = block?.kind === 'list' ? block.items.flatMap(({ blocks }) => firstLine(blocks) ?? []) : [];
  return lines.filter(({ start, end }) => TICKED.test(text.slice(start, Math.min(end, start + 4))));
}

/** The first line of words: of a paragraph, or of the first item of a list, or in a quote. */
function firstLine(blocks: readonly Block[]): TextRange | undefined {
  for (const block of blocks) {
    if (block.kind === 'paragraph') return (block satisfies Paragraph).lines[0];
    if (block.kind === 'list') return firstLine(block.items[0]?.blocks ?? []);
    if (block.kind === 'quote') return firstLine(block.blocks);
    if (block.kind !== 'html') return undefined;
  }
  return undefined;
}

const STRUCK = /^~~[^~]*~~\s*/;
const DECORATION = /^(?:[*_`[\s>]|\p{Extended_Pictographic}|\uFE0F|:[a-z_]+:|<[^>]+>|!\[[^\]]*\]\([^)]*\))+/u;

function toStatus(statement: Statement): Status {
  const { value, valueRange } = statement;
  let from = boxedFrom(value) ?? STRUCK.exec(value)?.[0].length ?? 0;
  from += DECORATION.exec(value.slice(from))?.[0].length ?? 0;
  const rest = value.slice(from);
  const words = [...rest.matchAll(/[\p{L}\p{M}]+(?:['’-][\p{L}]+)*/gu)].slice(0, 5);
  const spelled = words.map(([word]) => word.toLowerCase());
  const known = readStatus(spelled);
  const count = known?.count ?? leadingWords(rest, words);
  const first = words[0];
  const last = words[count - 1];
  const start = valueRange.start + from + (first?.index ?? 0);
  const end = last ? valueRange.start + from + last.index + last[0].length : start;
  const word = count === 0 ? '' : rest.slice(first!.index, last!.index + last![0].length).toLowerCase();
  const isAtStart = !first || first.index === 0;
  return {
    ...statement,
    word: isAtStart ? word : rest.trim().toLowerCase(),
    wordRange: isAtStart ? { start, end } : valueRange,
    meaning: isAtStart ? known?.meaning : undefined,
  };
}

const BOX = /\[([ xX✓✔])\](?=\s)/g;

/** Where the status begins among boxes: behind the ticked one, and at the end when none is; undefined without boxes. */
function boxedFrom(value: string): number | undefined {
  if (value[0] !== '[') return undefined;
  const boxes = [...value.matchAll(BOX)];
  if (boxes.length === 0) return undefined;
  const ticked = boxes.find(([, tick]) => tick !== ' ');
  return ticked ? ticked.index + ticked[0].length : value.length;
}

/** An unknown status ends where its phrase does: at a stop, a bracket or a dash. */
function leadingWords(rest: string, words: readonly RegExpMatchArray[]): number {
  const stop = rest.search(/[.,;:(|[–—]|\s-\s/);
  const limit = stop < 0 ? rest.length : stop;
  return words.filter((word) => word.index! < limit).length;
}

function toDate(statement: Statement): DocumentDate {
  const found = findDate(statement.value);
  const { start } = statement.valueRange;
  return {
    ...statement,
    dateRange: found ? { start: start + found.start, end: start + found.end } : statement.valueRange,
    iso: found?.iso,
    format: found?.format ?? 'none',
  };
}

function trim(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

function unquote(text: string, range: TextRange): TextRange {
  const first = text[range.start];
  const isQuoted = (first === '"' || first === "'") && text[range.end - 1] === first && range.end - range.start > 1;
  return isQuoted ? { start: range.start + 1, end: range.end - 1 } : range;
}
