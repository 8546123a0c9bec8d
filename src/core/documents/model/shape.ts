import type { TextRange } from '../../problem.ts';
import type { Block } from './block.ts';
import type { Section } from './sections.ts';

/** What a section holds, in the words profiles' schemas use. */
export type Content = 'paragraphs' | 'bullets' | 'numbered' | 'lettered' | 'table' | 'code' | 'quote' | 'sections';

/** `A.`, `B)`: the roadmap's alternatives. Markdown sees one paragraph, a reader sees a list. */
const LETTERED = /^([A-Z])[.)]\s+/;

/** One option, step or action, whatever the author used to set it off. */
export interface Item {
  readonly form: 'bullet' | 'number' | 'letter' | 'section' | 'row' | 'lead';
  /** `-`, `2.`, `B.`, a heading's words, a row's first cell, a bold lead. */
  readonly marker: TextRange;
  /** All of it, the marker left out. */
  readonly words: TextRange;
  /** All of it. */
  readonly range: TextRange;
}

/** The kinds of content directly below a heading, in order of appearance; `sections` when it has sub-headings. */
export function contentsOf(text: string, section: Section): Content[] {
  const found = new Set<Content>();
  for (const block of section.blocks) {
    const content = contentOf(text, block);
    if (content) found.add(content);
  }
  if (section.children.length > 0) found.add('sections');
  return [...found];
}

function contentOf(text: string, block: Block): Content | undefined {
  switch (block.kind) {
    case 'paragraph':
      return lettersIn(text, block).length > 0 ? 'lettered' : 'paragraphs';
    case 'list':
      return block.ordered ? 'numbered' : 'bullets';
    case 'table':
    case 'code':
    case 'quote':
      return block.kind;
    case 'html':
      return isComment(text, block) ? undefined : 'paragraphs';
    case 'heading':
    case 'divider':
    case 'definition':
      return undefined;
  }
}

function isComment(text: string, { kind, range }: Block): boolean {
  return kind === 'html' && /^<!--[^]*-->\s*$/.test(text.slice(range.start, range.end));
}

/** Whether nothing stands below the heading: comments, dividers and link definitions are nothing, sub-headings are something. */
export function isEmpty(text: string, section: Section): boolean {
  return contentsOf(text, section).length === 0;
}

/** The lettered items of a paragraph; each runs to the next letter or the paragraph's end. */
export function lettersIn(text: string, block: Block): Item[] {
  if (block.kind !== 'paragraph') return [];
  const items: {
    form: 'letter';
    marker: TextRange;
    words: { start: number; end: number };
    range: { start: number; end: number };
  }[] = [];
  for (const { start, end } of block.lines) {
    const letter = LETTERED.exec(text.slice(start, Math.min(end, start + 8)));
    if (letter) {
      const marker = { start, end: start + 2 };
      items.push({ form: 'letter', marker, words: { start: start + letter[0].length, end }, range: { start, end } });
    } else if (items.length > 0) {
      const last = items.at(-1)!;
      last.words.end = last.range.end = end;
    }
  }
  return items;
}

/**
 * The items a section lists: bullets, numbers and letters of its own; else its sub-headings; else table rows; else
 * paragraphs with a bold lead. Nested lists belong to their item. Several rules ask, so they are looked for once.
 */
export function itemsOf(text: string, section: Section): readonly Item[] {
  let items = itemsBySection.get(section);
  if (!items) itemsBySection.set(section, (items = findItems(text, section)));
  return items;
}

const itemsBySection = new WeakMap<Section, readonly Item[]>();

function findItems(text: string, { blocks, children }: Section): readonly Item[] {
  const listed = blocks.flatMap((block) => listedIn(text, block));
  if (children.length > 0 && listed.length < 2)
    return children.map(({ words, range }): Item => ({ form: 'section', marker: words, words: range, range }));
  if (listed.length > 0) return listed;
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  if (rows.length > 0)
    return rows.map(({ cells, range }): Item => ({ form: 'row', marker: cells[0]!, words: range, range }));
  return blocks.flatMap((block) => leadOf(text, block) ?? []);
}

function listedIn(text: string, block: Block): readonly Item[] {
  if (block.kind === 'paragraph') return lettersIn(text, block);
  if (block.kind !== 'list') return [];
  return block.items.map(({ marker, range }): Item => ({
    form: block.ordered ? 'number' : 'bullet',
    marker,
    words: { start: skipSpace(text, marker.end, range.end), end: range.end },
    range,
  }));
}

/** A paragraph that begins in bold. */
function leadOf(text: string, block: Block): Item | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const { start, end } = block.range;
  const lead = /^(?:\*\*|__)(.+?)(?:\*\*|__)/.exec(text.slice(start, end));
  if (!lead) return undefined;
  const marker = { start: start + 2, end: start + 2 + lead[1]!.length };
  return { form: 'lead', marker, words: block.range, range: block.range };
}

/** The number of words in a section and its sub-sections, code and comments left out. */
export function countWords(text: string, section: Section): number {
  let count = 0;
  for (const block of section.blocks)
    if (block.kind !== 'code' && !isComment(text, block)) count += countIn(text, block.range);
  for (const child of section.children) count += countWords(text, child) + countIn(text, child.words);
  return count;
}

function countIn(text: string, { start, end }: TextRange): number {
  let count = 0;
  let inWord = false;
  for (let at = start; at < end; at++) {
    const isSpace = text.charCodeAt(at) <= 32;
    if (!isSpace && !inWord) count++;
    inWord = !isSpace;
  }
  return count;
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) <= 32) at++;
  return at;
}
