import type { TextRange } from '../../problem.ts';
import type { Block, Paragraph } from './block.ts';

/** Where a document points to. */
export interface Link {
  /** `inline` `[a](b)`, `image` `![a](b)`, `autolink` `<https://…>`, `definition` `[a]: b`, `reference` `[a][b]`. */
  readonly kind: 'inline' | 'image' | 'autolink' | 'definition' | 'reference';
  readonly range: TextRange;
  /** The words between the brackets. */
  readonly words: TextRange;
  /** The address, or for a reference its label. */
  readonly target: string;
  readonly targetRange: TextRange;
}

export interface Comment {
  readonly range: TextRange;
  /** Between the marks, trimmed. */
  readonly words: string;
}

/** Calls `visit` with each run of words on one line: paragraphs, headings and table cells at any depth. */
export function forEachRun(blocks: readonly Block[], visit: (run: TextRange, of: Block) => void): void {
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
        visit(block.words, block);
        break;
      case 'paragraph':
        for (const line of block.lines) visit(line, block);
        break;
      case 'list':
        for (const item of block.items) forEachRun(item.blocks, visit);
        break;
      case 'quote':
        forEachRun(block.blocks, visit);
        break;
      case 'table':
        for (const row of [block.header, ...block.rows]) for (const cell of row.cells) visit(cell, block);
        break;
    }
  }
}

/** Calls `visit` with every block at any depth, the holder before what it holds. */
export function forEachBlock(blocks: readonly Block[], visit: (block: Block) => void): void {
  for (const block of blocks) {
    visit(block);
    if (block.kind === 'list') for (const item of block.items) forEachBlock(item.blocks, visit);
    else if (block.kind === 'quote') forEachBlock(block.blocks, visit);
  }
}

/**
 * The text with everything that is not prose turned into spaces: code, HTML, comments, front matter, link targets,
 * list and quote marks. Same length, so that a match in it is a place in the text; lines of one paragraph stay lines.
 * Headings stay out.
 */
export function toProse(text: string, blocks: readonly Block[]): string {
  const parts: string[] = [];
  let at = 0;
  let lineEnd = -1;
  /** A gap is spaces, behind a line end when it has one: so words on both sides stay apart, at little cost. */
  const skipTo = (start: number) => {
    if (lineEnd < at) lineEnd = toEnd(text.indexOf('\n', at), text);
    parts.push(lineEnd < start ? `\n${' '.repeat(start - at - 1)}` : ' '.repeat(start - at));
  };
  const take = ({ start, end }: TextRange) => {
    if (start < at || start === end) return;
    if (start > at) skipTo(start);
    parts.push(withoutMarkup(text.slice(start, end)));
    at = end;
  };
  forEachBlock(blocks, (block) => {
    if (block.kind === 'paragraph') for (const stretch of toStretches(text, block)) take(stretch);
    else if (block.kind === 'table') for (const row of [block.header, ...block.rows]) row.cells.forEach(take);
  });
  if (at < text.length) skipTo(text.length);
  return parts.join('');
}

const toEnd = (offset: number, text: string) => (offset < 0 ? text.length : offset);

/** The lines of a paragraph, those with nothing but white space between them as one: a code span may go over them. */
function toStretches(text: string, { lines }: Paragraph): TextRange[] {
  const stretches: TextRange[] = [];
  let start = lines[0]!.start;
  for (const [index, { end }] of lines.entries()) {
    const next = lines[index + 1];
    if (next && isBlank(text, end, next.start)) continue;
    stretches.push({ start, end });
    if (next) ({ start } = next);
  }
  return stretches;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > 32) return false;
  return true;
}

const INLINE_MARKUP = /[`<[]/;
/** Code spans, HTML and autolinks, and the target behind a link's words. */
const NOT_PROSE =
  /(`(?<!``)`*)(?!`)[^]*?(?<!`)\1(?!`)|<[A-Za-z/!][^<>]*>|\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\]\[[^\]]*\]/g;

function withoutMarkup(words: string): string {
  if (!INLINE_MARKUP.test(words)) return words;
  return words.replace(NOT_PROSE, ({ length }) => ' '.repeat(length));
}

/** Links outside code, in reading order. */
export function findLinks(text: string, blocks: readonly Block[]): Link[] {
  const links: Link[] = [];
  // Words may wrap inside a link's brackets, so a paragraph is read whole.
  forEachBlock(blocks, (block) => {
    if (block.kind === 'paragraph') scanLinks(text, block.range, links);
    else if (block.kind === 'heading') scanLinks(text, block.words, links);
    else if (block.kind === 'definition') addDefinition(text, block.range, links);
    else if (block.kind === 'table')
      for (const row of [block.header, ...block.rows]) for (const cell of row.cells) scanLinks(text, cell, links);
  });
  return links;
}

const OPEN = 91;
const CLOSE = 93;
const TICK = 96;
const LESS = 60;
const ESCAPE = 92;
const BANG = 33;

/** Most words hold no link, and a pattern passes over them faster than a loop. */
const LINK_MARK = /[[<]/;

function scanLinks(text: string, { start, end }: TextRange, links: Link[]): void {
  if (start === end || !LINK_MARK.test(text.slice(start, end))) return;
  const opened: number[] = [];
  for (let at = start; at < end; at++) {
    switch (text.charCodeAt(at)) {
      case ESCAPE:
        at++;
        break;
      case TICK:
        at = skipCode(text, at, end) - 1;
        break;
      case LESS:
        at = addAutolink(text, at, end, links);
        break;
      case OPEN:
        opened.push(at);
        if (opened.length > 32) opened.shift();
        break;
      case CLOSE: {
        const from = opened.pop();
        if (from !== undefined) at = addLink(text, from, at, end, links);
        break;
      }
    }
  }
}

/** The offset behind a code span that begins here, or behind the ticks when none closes it. */
function skipCode(text: string, from: number, end: number): number {
  let opened = from;
  while (opened < end && text.charCodeAt(opened) === TICK) opened++;
  const ticks = text.slice(from, opened);
  for (let at = text.indexOf(ticks, opened); at >= 0 && at + ticks.length <= end; at = text.indexOf(ticks, at)) {
    let closed = at;
    while (text.charCodeAt(closed) === TICK) closed++;
    if (closed - at === ticks.length) return closed;
    at = closed;
  }
  return opened;
}

const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>/iy;

function addAutolink(text: string, at: number, end: number, links: Link[]): number {
  AUTOLINK.lastIndex = at;
  const found = AUTOLINK.exec(text);
  if (!found || AUTOLINK.lastIndex > end) return at;
  const targetRange = { start: at + 1, end: AUTOLINK.lastIndex - 1 };
  links.push({
    kind: 'autolink',
    range: { start: at, end: AUTOLINK.lastIndex },
    words: targetRange,
    target: found[1]!,
    targetRange,
  });
  return AUTOLINK.lastIndex - 1;
}

const TARGET =
  /\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/y;
const REFERENCE = /\[([^[\]]*)\]/y;

/** A link whose words stand in the brackets at `from` and `to`; answers the last offset it takes. */
function addLink(text: string, from: number, to: number, end: number, links: Link[]): number {
  const isImage = text.charCodeAt(from - 1) === BANG;
  const start = isImage ? from - 1 : from;
  const words = { start: from + 1, end: to };
  TARGET.lastIndex = REFERENCE.lastIndex = to + 1;
  const inline = TARGET.exec(text);
  if (inline && TARGET.lastIndex <= end) {
    const target = inline[1] ?? inline[2] ?? '';
    const at = text.indexOf(target, to + 2);
    const targetRange = { start: at, end: at + target.length };
    links.push({
      kind: isImage ? 'image' : 'inline',
      range: { start, end: TARGET.lastIndex },
      words,
      target,
      targetRange,
    });
    return TARGET.lastIndex - 1;
  }
  const reference = REFERENCE.exec(text);
  if (reference && REFERENCE.lastIndex <= end) {
    const label = reference[1] || text.slice(words.start, words.end);
    const targetRange = reference[1] ? { start: to + 2, end: REFERENCE.lastIndex - 1 } : words;
    links.push({ kind: 'reference', range: { start, end: REFERENCE.lastIndex }, words, target: label, targetRange });
    return REFERENCE.lastIndex - 1;
  }
  return to;
}

const DEFINITION = /^\[((?:[^\]\\]|\\.)+)\]:\s*(?:<([^<>\n]*)>|(\S+))/;

function addDefinition(text: string, range: TextRange, links: Link[]): void {
  const found = DEFINITION.exec(text.slice(range.start, range.end));
  if (!found) return;
  const target = found[2] ?? found[3]!;
  const start = range.start + found[0].lastIndexOf(target);
  const words = { start: range.start + 1, end: range.start + 1 + found[1]!.length };
  links.push({ kind: 'definition', range, words, target, targetRange: { start, end: start + target.length } });
}

/** HTML comments outside code: whole blocks of them and those between words. */
export function findComments(text: string, blocks: readonly Block[]): Comment[] {
  if (!text.includes('<!--')) return [];
  const comments: Comment[] = [];
  forEachBlock(blocks, (block) => {
    if (block.kind === 'html' || block.kind === 'heading' || block.kind === 'table' || block.kind === 'paragraph')
      addComments(text.slice(block.range.start, block.range.end), block.range.start, comments);
  });
  return comments;
}

function addComments(words: string, offset: number, comments: Comment[]): void {
  for (let at = words.indexOf('<!--'); at >= 0; at = words.indexOf('<!--', at)) {
    const closing = words.indexOf('-->', at + 4);
    const end = closing < 0 ? words.length : closing + 3;
    const range = { start: offset + at, end: offset + end };
    comments.push({ range, words: words.slice(at + 4, closing < 0 ? end : closing).trim() });
    at = end;
  }
}
