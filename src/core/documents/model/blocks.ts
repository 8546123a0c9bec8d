import MarkdownIt from 'markdown-it';
import { spendTime } from '../../budget.ts';
import type { TextRange } from '../../problem.ts';
import type { Block, Heading, ListItem, TableRow } from './block.ts';

/**
 * The blocks of a Markdown text, by markdown-it's own block rules, with exact ranges.
 *
 * markdown-it gives lines, not columns, and for table cells not even lines. But while a block rule runs, its state
 * knows where each line begins behind the quote and list marks:
 *
 *     > - text      bMarks + tShift of this line points at the t
 *
 * and the rule hands the token its lines (`token.map = [from, to]`) at just that moment. So the recorder takes the
 * place of markdown-it's state, gives out one reusable token, and reads the marks when its `map` is set. No inline
 * parsing happens, no content is copied, and no prefix has to be guessed afterwards.
 *
 * `from` is the offset of the line to begin at (after front matter).
 */
export function parseBlocks(text: string, from = 0): Block[] {
  const recorder = new Recorder(toEqualLength(text));
  const firstLine = from === 0 ? 0 : recorder.lineAt(from);
  markdown.block.tokenize(recorder, firstLine, recorder.lineMax);
  return recorder.blocks;
}

const markdown = new MarkdownIt({ html: true });
// A definition's address is read where a rule needs it; encoding it here would be wasted work.
markdown.normalizeLink = (url) => url;
markdown.validateLink = () => true;

/** The text with line ends as markdown-it wants them and every other character at its old offset. */
function toEqualLength(text: string): string {
  let result = text;
  if (result.includes('\r')) result = result.replaceAll('\r\n', ' \n').replaceAll('\r', '\n');
  if (result.includes('\0')) result = result.replaceAll('\0', '\uFFFD');
  return result.charCodeAt(0) === 0xfeff ? `\n${result.slice(1)}` : result;
}

/** A list, an item or a quote whose end is still to come. */
interface OpenBlock {
  readonly start: number;
  end: number;
  /** How many blocks and items were done when it began: those after them are its own. */
  readonly blocksBefore: number;
  readonly itemsBefore: number;
}

const NOWHERE: TextRange = { start: 0, end: 0 };

/** A line end at the end begins no line. */
function countLines(text: string): number {
  let count = 0;
  for (let start = 0; start < text.length; count++) {
    const stop = text.indexOf('\n', start);
    start = stop < 0 ? text.length : stop + 1;
  }
  return count;
}

class Recorder extends MarkdownIt.StateBlock {
  /** The blocks that are done. What holds others takes its own off again when it closes; in the end all is top level. */
  readonly blocks: Block[] = [];
  private readonly items: ListItem[] = [];
  private readonly open: OpenBlock[] = [];
  private readonly tables: { header?: TableRow; rows: TableRow[]; range: { start: number; end: number } }[] = [];
  private readonly token = new TokenStandIn((from, to) => this.record(from, to));
  private readonly unread = new TokenStandIn(() => undefined);

  constructor(text: string) {
    // markdown-it's own constructor looks at every character; the marks need only line ends and indentation.
    super('', markdown, {}, []);
    this.src = text;
    this.lineMax = countLines(text);
    const marks = () => new Int32Array(this.lineMax + 1) as unknown as number[];
    this.bMarks = marks();
    this.eMarks = marks();
    this.tShift = marks();
    this.sCount = marks();
    this.bsCount = marks();
    let start = 0;
    for (let line = 0; line < this.lineMax; line++) {
      const stop = text.indexOf('\n', start);
      const end = stop < 0 ? text.length : stop;
      this.markLine(line, start, end);
      start = end + 1;
    }
    this.markLine(this.lineMax, text.length, text.length);
  }

  private markLine(line: number, start: number, end: number): void {
    let at = start;
    let column = 0;
    for (; at < end; at++) {
      const unit = this.src.charCodeAt(at);
      if (unit === TAB) column += 4 - (column % 4);
      else if (unit === SPACE) column++;
      else break;
    }
    this.bMarks[line] = start;
    this.eMarks[line] = end;
    this.tShift[line] = at - start;
    this.sCount[line] = column;
  }

  /** Called by markdown-it's block rules for every token they make. */
  override push(type: string, _tag: string, nesting: -1 | 0 | 1) {
    spendTime();
    if (nesting < 0) this.level--;
    else if (nesting > 0) this.level++;
    if (nesting < 0) this.close(type);
    const token = nesting >= 0 && RECORDED.has(type) ? this.token : this.unread;
    token.type = type;
    return token as unknown as InstanceType<typeof MarkdownIt.StateBlock.prototype.Token>;
  }

  /** The content of tokens, which nobody reads here. */
  override getLines(): string {
    return '';
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.lineMax;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.bMarks[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private record(from: number, to: number): void {
    const { type } = this.token;
    switch (type) {
      case 'heading_open':
        return this.add(this.heading(from, to));
      case 'paragraph_open': {
        const lines = this.linesOf(from, to);
        const range = lines.length === 1 ? lines[0]! : { start: lines[0]!.start, end: lines.at(-1)!.end };
        return this.add({ kind: 'paragraph', range, lines });
      }
      case 'fence':
        return this.add({ kind: 'code', fenced: true, range: this.span(from, to), info: this.fenceInfo(from) });
      case 'code_block':
        return this.add({ kind: 'code', fenced: false, range: this.span(from, to), info: NOWHERE });
      case 'html_block':
        return this.add({ kind: 'html', range: this.span(from, to) });
      case 'hr':
        return this.add({ kind: 'divider', range: this.span(from, to) });
      case 'reference_definition':
        return this.add({ kind: 'definition', range: this.span(from, to) });
      case 'bullet_list_open':
      case 'ordered_list_open':
        return this.begin(this.lineStart(from), this.lineStart(from));
      case 'list_item_open':
        return this.begin(this.lineStart(from), this.markerEnd(this.lineStart(from)));
      case 'blockquote_open': {
        const start = this.src.lastIndexOf('>', this.bMarks[from]! - 1);
        return this.begin(start, start + 1);
      }
      case 'table_open':
        return this.openTable(this.lineStart(from));
      case 'tr_open':
        return this.addRow(from);
    }
  }

  private add(block: Block): void {
    this.blocks.push(block);
    this.reach(block.range.end);
  }

  /** What holds a block ends no sooner than it does. */
  private reach(end: number): void {
    const holder = this.open.at(-1);
    if (holder && holder.end < end) holder.end = end;
  }

  private heading(from: number, to: number): Heading {
    const isUnderlined = this.token.markup.charCodeAt(0) !== HASH;
    if (isUnderlined) {
      const range = this.span(from, to);
      const words = { start: range.start, end: this.lineEnd(to - 2) };
      return { kind: 'heading', level: this.token.markup === '=' ? 1 : 2, range, words };
    }
    const range = this.span(from, from + 1);
    return { kind: 'heading', level: this.token.markup.length, range, words: this.withoutMarks(range) };
  }

  /** The words of `## Words ##`: closing marks count as such only behind a space. */
  private withoutMarks(range: TextRange): TextRange {
    let { end } = range;
    const opened = range.start + this.token.markup.length;
    let closing = end;
    while (closing > opened && this.src.charCodeAt(closing - 1) === HASH) closing--;
    if (closing === opened || isSpace(this.src.charCodeAt(closing - 1))) end = closing;
    let start = opened;
    while (start < end && isSpace(this.src.charCodeAt(start))) start++;
    while (end > start && isSpace(this.src.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  private fenceInfo(line: number): TextRange {
    const end = this.lineEnd(line);
    let start = this.lineStart(line) + this.token.markup.length;
    while (start < end && isSpace(this.src.charCodeAt(start))) start++;
    return { start, end: Math.max(start, end) };
  }

  private begin(start: number, end: number): void {
    this.open.push({ start, end, blocksBefore: this.blocks.length, itemsBefore: this.items.length });
  }

  private markerEnd(start: number): number {
    let end = start + 1;
    while (isDigit(this.src.charCodeAt(end - 1))) end++;
    return end;
  }

  private openTable(start: number): void {
    this.tables.push({ rows: [], range: { start, end: start } });
  }

  private addRow(line: number): void {
    const table = this.tables.at(-1)!;
    const range = trim(this.src, this.lineStart(line), this.lineEnd(line));
    const cells = splitCells(this.src, range);
    table.range.end = range.end;
    if (!table.header) {
      table.header = { range, cells };
      return;
    }
    const columns = table.header.cells.length;
    // One place stands for all cells that a row does not have: a wide table may lack tens of thousands.
    const missing = { start: range.end, end: range.end };
    while (cells.length < columns) cells.push(missing);
    cells.length = columns;
    table.rows.push({ range, cells });
  }

  private close(type: string): void {
    if (type === 'table_close') {
      const { header, rows, range } = this.tables.pop()!;
      if (rows.length === 0) range.end = this.lineEnd(this.lineAtOrBefore(range.end) + 1);
      this.add({ kind: 'table', range, header: header!, rows });
      return;
    }
    if (!CONTAINERS.has(type)) return;
    const { start, end, blocksBefore, itemsBefore } = this.open.pop()!;
    const range = { start, end };
    if (type === 'list_item_close') {
      const marker = { start, end: this.markerEnd(start) };
      this.items.push({ kind: 'item', range, marker, blocks: this.blocks.splice(blocksBefore) });
      this.reach(end);
    } else if (type === 'blockquote_close')
      this.add({ kind: 'quote', range, blocks: this.blocks.splice(blocksBefore) });
    else
      this.add({
        kind: 'list',
        ordered: type === 'ordered_list_close',
        range,
        items: this.items.splice(itemsBefore),
      });
  }

  private lineAtOrBefore(offset: number): number {
    const line = this.lineAt(offset);
    return this.bMarks[line] === offset ? line : line - 1;
  }

  private linesOf(from: number, to: number): TextRange[] {
    const lines: TextRange[] = [{ start: this.lineStart(from), end: this.lineEnd(from) }];
    for (let line = from + 1; line < to; line++) lines.push({ start: this.lineStart(line), end: this.lineEnd(line) });
    return lines;
  }

  /** From the first word of a line to the last word before the line `to`, blank lines at the end left out. */
  private span(from: number, to: number): TextRange {
    const start = this.lineStart(from);
    let last = to - 1;
    while (last > from && this.lineEnd(last) <= this.bMarks[last]!) last--;
    return { start, end: Math.max(start, this.lineEnd(last)) };
  }

  private lineStart(line: number): number {
    return this.bMarks[line]! + this.tShift[line]!;
  }

  private lineEnd(line: number): number {
    const start = this.bMarks[line]!;
    let end = this.eMarks[line]!;
    while (end > start && isSpace(this.src.charCodeAt(end - 1))) end--;
    return end;
  }
}

/** What the recorder gives a block rule in place of a token: setting `map` is the signal to read the marks. */
class TokenStandIn {
  type = '';
  markup = '';
  info = '';
  content = '';
  hidden = false;
  level = 0;
  attrs: unknown = null;
  meta: unknown = null;
  children: unknown = null;

  constructor(private readonly onMap: (from: number, to: number) => void) {}

  set map(lines: [number, number]) {
    this.onMap(lines[0], lines[1]);
  }
}

/** Cells of a table row: a pipe behind a backslash is text; outer pipes are optional. */
function splitCells(text: string, row: TextRange): TextRange[] {
  const cells: TextRange[] = [];
  let start = row.start;
  for (let at = row.start; at <= row.end; at++) {
    const isEnd = at === row.end;
    if (!isEnd && (text.charCodeAt(at) !== PIPE || text.charCodeAt(at - 1) === BACKSLASH)) continue;
    const isOuter = (at === row.start && !isEnd) || (isEnd && start === row.end && cells.length > 0);
    if (!isOuter) cells.push(trim(text, start, at));
    start = at + 1;
  }
  return cells;
}

/** Without white space of any kind at both ends, as markdown-it does it in tables. */
function trim(text: string, from: number, to: number): TextRange {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  return { start, end: Math.max(start, from + words.trimEnd().length) };
}

const TAB = 9;
const SPACE = 32;
const isSpace = (unit: number) => unit === SPACE || unit === TAB;
const HASH = 35;
const PIPE = 124;
const BACKSLASH = 92;
const isDigit = (unit: number) => unit >= 48 && unit <= 57;

const CONTAINERS = new Set(['bullet_list_close', 'ordered_list_close', 'list_item_close', 'blockquote_close']);
const RECORDED = new Set([
  'heading_open',
  'paragraph_open',
  'fence',
  'code_block',
  'html_block',
  'hr',
  'reference_definition',
  'bullet_list_open',
  'ordered_list_open',
  'list_item_open',
  'blockquote_open',
  'table_open',
  'tr_open',
]);
