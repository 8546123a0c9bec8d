import type { TextRange } from '../problem.ts';
import type { Block, ListItem } from './model/block.ts';
import type { DesignDocument } from './model/document.ts';

/** One `<!-- katapath-disable-next-line KP502: reason -->`, `…-next-block KP502, KP511: reason` or `…-file`. */
export interface Suppression {
  readonly range: TextRange;
  /** Codes or names; empty means every rule. */
  readonly rules: readonly { readonly name: string; readonly range: TextRange }[];
  readonly reason: string;
  readonly scope: 'next-line' | 'next-block' | 'file';
  /** What it covers. */
  readonly covers: TextRange;
}

/** A directive and its reason are a line or two. */
const LONGEST = 1000;
/** A code or a rule's name: what is neither is the beginning of a reason whose colon is missing. */
const NAME = '(?:[A-Z]+\\d+|[a-z]+(?:-[a-z]+)+)';
const DIRECTIVE = new RegExp(
  `^katapath-disable-(next-line|next-block|file)(?:\\s+(${NAME}(?:[\\s,]+${NAME})*)[\\s,]*)?\\s*(?::\\s*([^]*))?$`,
);

export function findSuppressions(document: DesignDocument): Suppression[] {
  const directives = findComments(document).flatMap(({ range, words }) => {
    const found = DIRECTIVE.exec(words.slice(0, LONGEST));
    if (!found) return [];
    const [, scope, names = '', reason = ''] = found as unknown as [string, Suppression['scope'], string?, string?];
    const wordsStart = document.text.indexOf(words, range.start);
    const namesStart = wordsStart + words.indexOf(names, `katapath-disable-${scope}`.length);
    const rules = [...names.matchAll(/[\w-]+/g)].map(([name], _index) => name);
    let at = namesStart;
    const placed = rules.map((name) => {
      const start = document.text.indexOf(name, at);
      at = start + name.length;
      return { name, range: { start, end: at } };
    });
    return [{ range, rules: placed, reason: reason.trim(), scope }];
  });
  return withCovers(document, directives);
}

function withCovers(document: DesignDocument, directives: readonly Omit<Suppression, 'covers'>[]): Suppression[] {
  const { text } = document;
  const lines = linesBelow(text, directives);
  const blocks = directives.some(({ scope }) => scope === 'next-block') ? inReadingOrder(document) : [];
  return directives.map((directive, index) => {
    switch (directive.scope) {
      case 'file':
        return { ...directive, covers: { start: 0, end: text.length } };
      case 'next-block':
        return { ...directive, covers: firstFrom(blocks, directive.range.end) ?? endOf(text) };
      case 'next-line':
        return { ...directive, covers: lines[index]! };
    }
  });
}

/** The line each comment speaks of: several that stand above each other speak of the same. */
function linesBelow(text: string, directives: readonly { readonly range: TextRange }[]): readonly TextRange[] {
  const lines: TextRange[] = [];
  for (let index = directives.length - 1; index >= 0; index--) {
    const line = nextLine(text, directives[index]!.range.end);
    const other = directives[index + 1]?.range;
    const isOther =
      other !== undefined && standsAlone(text, other) && line.start <= other.start && other.start < line.end;
    lines[index] = isOther ? lines[index + 1]! : line;
  }
  return lines;
}

/** Whether nothing but quote marks shares the lines of a comment. Looks no further than to the next word on either side. */
export function standsAlone(text: string, { start, end }: TextRange): boolean {
  let before = start;
  while (before > 0 && ' \t>'.includes(text[before - 1]!)) before--;
  let after = end;
  while (after < text.length && ' \t\r'.includes(text[after]!)) after++;
  return (before === 0 || text[before - 1] === '\n') && (after === text.length || text[after] === '\n');
}

/** The words of comments that would silence something, but are not written as one: each would be passed over in silence. */
export function findUnreadSuppressions(document: DesignDocument): readonly TextRange[] {
  return findComments(document)
    .filter(({ words }) => !DIRECTIVE.test(words.slice(0, LONGEST)))
    .map(({ range, words }) => {
      const start = document.text.indexOf(words, range.start);
      return { start, end: start + words.length };
    });
}

function findComments(document: DesignDocument): DesignDocument['comments'] {
  if (!document.text.includes('katapath-disable')) return [];
  return document.comments.filter(({ words }) => words.startsWith('katapath-disable'));
}

/** The next line that is not blank, for a comment usually stands alone with a blank line below. */
function nextLine(text: string, from: number): TextRange {
  let start = text.indexOf('\n', from) + 1;
  if (start === 0) return endOf(text);
  for (;;) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    if (stop < 0 || text.slice(start, end).trim() !== '') return { start, end };
    start = end + 1;
  }
}

/** Every block and list item, the holder before what it holds; comments like these are none. */
function inReadingOrder({ text, blocks }: DesignDocument): readonly TextRange[] {
  const found: TextRange[] = [];
  const add = (holders: readonly (Block | ListItem)[]): void => {
    for (const holder of holders) {
      if (holder.kind !== 'html' || !isDirective(text, holder.range.start)) found.push(holder.range);
      if (holder.kind === 'list') add(holder.items);
      else if (holder.kind === 'item' || holder.kind === 'quote') add(holder.blocks);
    }
  };
  add(blocks);
  return found;
}

const isDirective = (text: string, offset: number) => /^<!--\s*katapath-disable-/.test(text.slice(offset, offset + 50));

/** The first range that begins at an offset or behind it; the ranges begin in order. */
function firstFrom(ranges: readonly TextRange[], offset: number): TextRange | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return ranges[low];
}

const endOf = (text: string): TextRange => ({ start: text.length, end: text.length });
