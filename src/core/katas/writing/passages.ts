import type { Block } from '../../documents/model/block.ts';
import type { DesignDocument } from '../../documents/model/document.ts';
import type { Section } from '../../documents/model/sections.ts';
import { lettersIn } from '../../documents/model/shape.ts';
import type { TextRange } from '../../problem.ts';

/** What a reader takes in at once: a paragraph, a list item, a table row, or a subsection that is short. */
export interface Passage {
  readonly range: TextRange;
  /** Its words without markup; those of the headings and of the line with a colon above it stand in front. */
  readonly words: string;
  /** Without what stands in front. */
  readonly own: string;
}

/** A subsection of more words is not taken in at once. */
const shortSection = 120;
/** A passage of more words could hold anything. */
const longestPassage = 160;

/** All passages below a section, its subsections' own among them. */
export function passagesOf(document: DesignDocument, { blocks, children }: Section, lead = ''): readonly Passage[] {
  return [
    ...passagesIn(document, blocks, lead),
    ...children.flatMap((child) => {
      const heading = `${lead}${child.heading}. `;
      const own = passagesOf(document, child, heading);
      const text = toWords(document.slice(child.range));
      const whole = { range: child.range, words: lead + text, own: text };
      return countWords(whole.words) <= shortSection ? [...own, whole] : own;
    }),
  ];
}

/** The passages of blocks that stand one below the other; code says nothing. */
export function passagesIn(document: DesignDocument, blocks: readonly Block[], lead = ''): readonly Passage[] {
  const { text } = document;
  const passages: Passage[] = [];
  const add = (range: TextRange, intro = lead) => {
    const own = toWords(text.slice(range.start, range.end));
    passages.push({ range, words: intro + own, own });
  };
  let above = lead;
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph': {
        const letters = lettersIn(text, block);
        if (letters.length > 0) for (const { range } of letters) add(range);
        else add(block.range);
        break;
      }
      case 'list':
        for (const { range } of block.items) add(range, above);
        break;
      case 'table':
        for (const { range } of block.rows) add(range, above);
        break;
      case 'quote':
        passages.push(...passagesIn(document, block.blocks, lead));
        break;
      default:
        break;
    }
    const words = block.kind === 'paragraph' ? toWords(text.slice(block.range.start, block.range.end)) : '';
    above = words.endsWith(':') ? `${lead}${words} ` : lead;
  }
  return passages;
}

/** Words that join others to a statement. A line without them is a list of keywords. */
const JOINING =
  /\b(?:the|an?|of|to|in|on|at|by|for|from|with|without|and|or|but|that|which|who|is|are|was|were|be|been|has|have|had|it|its|we|i|they|not|no|as|than|when|while|until|after|before|because|so|if|since|every|each|per|into|only|then|can|must|does|do|did)\b/gi;

/** Whether a passage states something: at least six words, one in ten of which joins others, and not a page of them. */
export function isStatement({ own }: Passage): boolean {
  const count = countWords(own);
  return count >= 6 && count <= longestPassage && (own.match(JOINING)?.length ?? 0) * 10 >= count;
}

/** `reject*|ruled out`: one of the ways to say it, from the start of a word to its end, or to any end behind a star. */
export function hasWords(text: string, wanted: string): boolean {
  return patternOf(wanted).test(text);
}

/** Where words stand in a text that is as the author wrote it, whatever the line breaks. */
export function findWords(text: string, wanted: string): TextRange | undefined {
  const found = patternOf(wanted).exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

function patternOf(wanted: string): RegExp {
  const known = patterns.get(wanted);
  if (known) return known;
  const pattern = new RegExp(`(?:${wanted.split('|').map(toPattern).join('|')})(?![\\p{L}\\p{N}])`, 'iu');
  patterns.set(wanted, pattern);
  return pattern;
}

function toPattern(way: string): string {
  const plain = way.trim().replace(/[.+?^${}()[\]\\*]/g, '\\$&');
  const start = /^[\p{L}\p{N}]/u.test(plain) ? '(?<![\\p{L}\\p{N}])' : '';
  return start + plain.replace(/\\\*$/, "[\\p{L}\\p{N}'’-]*").replace(/\s+/g, '\\s+');
}

const patterns = new Map<string, RegExp>();

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** As a reader sees it, on one line. */
function toWords(text: string): string {
  return text
    .replace(/<!--[^]*?(?:-->|$)/g, ' ')
    .replace(/\]\([^)\s]*\)/g, ' ')
    .replace(/^\s*(?:[-+]|#{1,6}|>)\s+/gm, '')
    .replace(/[`*~[\]|]/g, ' ')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
