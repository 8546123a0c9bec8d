import type { Block, ListItem } from '../model/block.ts';
import type { DesignDocument } from '../model/document.ts';
import { lineEndOf } from '../../text/lines.ts';
import type { Suppression as Comment } from '../suppressions.ts';

/** A comment to put in, up to where its author says why. */
export interface Suppression {
  readonly offset: number;
  readonly before: string;
  /** What stands where the reason belongs, to be typed over. */
  readonly reason: string;
  readonly after: string;
}

/** A line that a comment can stand before. */
interface Place {
  readonly offset: number;
  /** The quote marks and the indentation that keep the comment inside what holds the line. */
  readonly prefix: string;
}

/**
 * The comment that silences a rule where a problem is. It must not change what the document is made of, so it never
 * stands between two lines of a paragraph or two rows of a table, which it would cut, but before the whole of them. Front
 * matter has no room for a comment, and between blocks is nothing to stand before: there it silences the whole file.
 */
export function suppressHere(document: DesignDocument, code: string, start: number): Suppression {
  const { text, frontMatter, blocks } = document;
  if (frontMatter !== undefined && start < frontMatter.range.end)
    return toSuppression(text, code, 'file', { offset: startOfNextLine(text, frontMatter.range.end), prefix: '' });
  const block = holderOf(text, blocks, start);
  if (!block) return toSuppression(text, code, 'file', { offset: startOfLine(text, start), prefix: '' });
  const place = placeWithin(text, block, start, placeBefore(text, block, ''));
  return toSuppression(text, code, place.offset === startOfLine(text, start) ? 'next-line' : 'next-block', place);
}

function toSuppression(text: string, code: string, scope: Comment['scope'], { offset, prefix }: Place): Suppression {
  const lineEnd = lineEndOf(text);
  const isBehindText = offset > 0 && text[offset - 1] !== '\n';
  return {
    offset,
    before: `${isBehindText ? lineEnd : ''}${prefix}<!-- katapath-disable-${scope} ${code}: `,
    reason: 'reason',
    after: ` -->${lineEnd}`,
  };
}

/**
 * The nearest place before an offset in a block. What comes first in a quote or an item shares its line with the mark,
 * so it shares its place, too; a later one has a line of its own.
 *
 *     > Words.
 *     > <!-- … -->        before a later block of a quote
 *     > More words.
 *
 *     - An item.
 *       <!-- … -->        before a later item: at the end of the one above
 *     - A later item.
 *       With a second line.
 */
function placeWithin(text: string, block: Block, offset: number, place: Place): Place {
  if (block.kind === 'quote')
    return placeAmong(text, block.blocks, offset, place, `${marksBefore(text, block.range.start)}> `);
  if (block.kind !== 'list') return place;
  const item = holderOf(text, block.items, offset);
  if (!item) return place;
  const above = block.items[block.items.indexOf(item) - 1];
  const own = above && isClosed(text, above) ? placeBefore(text, item, prefixOf(text, above)) : place;
  return placeAmong(text, item.blocks, offset, own, prefixOf(text, item));
}

function placeAmong(text: string, blocks: readonly Block[], offset: number, place: Place, prefix: string): Place {
  const block = holderOf(text, blocks, offset);
  if (!block) return place;
  return placeWithin(text, block, offset, block === blocks[0] ? place : placeBefore(text, block, prefix));
}

/** What keeps a line in an item: as many columns as its words are away from the edge. */
function prefixOf(text: string, { marker, blocks }: ListItem): string {
  const [first] = blocks;
  const isBeside =
    first !== undefined &&
    startOfLine(text, first.range.start) === startOfLine(text, marker.start) &&
    (first.kind !== 'code' || first.fenced);
  return isBeside ? marksBefore(text, first.range.start) : `${marksBefore(text, marker.end)} `;
}

/** A line up to an offset with nothing left of it but quote marks and columns. */
const marksBefore = (text: string, offset: number) =>
  text.slice(startOfLine(text, offset), offset).replace(/[^>\t]/g, ' ');

/** Whether one more line would stand at an item's end; behind a fence or a tag that is still open it is their text. */
function isClosed(text: string, { blocks }: ListItem): boolean {
  const last = blocks.at(-1);
  switch (last?.kind) {
    case undefined:
      return false;
    case 'html':
      return text.slice(0, last.range.end).endsWith('-->');
    case 'code':
      return !last.fenced || /\n.*(?:```|~~~)$/.test(text.slice(last.range.start, last.range.end));
    case 'list':
      return isClosed(text, last.items.at(-1)!);
    default:
      return true;
  }
}

const placeBefore = (text: string, { range }: Block | ListItem, prefix: string): Place => ({
  offset: startOfLine(text, range.start),
  prefix,
});

function holderOf<Held extends Block | ListItem>(text: string, all: readonly Held[], offset: number): Held | undefined {
  return all.find(({ range }) => startOfLine(text, range.start) <= offset && offset <= range.end);
}

const startOfLine = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1;

function startOfNextLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const stop = text.indexOf('\n', offset);
  return stop < 0 ? text.length : stop + 1;
}
