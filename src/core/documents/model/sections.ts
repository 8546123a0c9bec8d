import type { TextRange } from '../../problem.ts';
import type { Block, Heading, Paragraph } from './block.ts';
import { toName, toPlain } from './words.ts';

/** A heading and what stands below it, up to the next heading; deeper headings are its children. */
export interface Section {
  /** `label` when a bold lead (`**Context**: …`) does a heading's work in a document that has none. */
  readonly kind: 'heading' | 'label';
  readonly level: number;
  /** The words of the heading. */
  readonly words: TextRange;
  /** The heading as a reader sees it. */
  readonly heading: string;
  /** The heading as one compares it: see `toName`. */
  readonly name: string;
  /** The whole heading line(s), marks included. */
  readonly headingRange: TextRange;
  /** From the heading to the last word of its last child. */
  readonly range: TextRange;
  /** Blocks directly below the heading. */
  readonly blocks: readonly Block[];
  readonly children: readonly Section[];
  readonly parent: Section | undefined;
}

interface Draft extends Section {
  readonly range: { start: number; end: number };
  readonly blocks: Block[];
  readonly children: Section[];
  readonly parent: Draft | undefined;
}

/** Splits blocks at their headings into `preamble` and a tree by heading level; `title` is left out of both. */
export function toSections(
  text: string,
  blocks: readonly Block[],
  title: Heading | undefined,
): { preamble: readonly Block[]; sections: readonly Section[]; all: readonly Section[] } {
  const preamble: Block[] = [];
  const roots: Draft[] = [];
  const all: Draft[] = [];
  let current: Draft | undefined;
  for (const block of blocks) {
    if (block === title) continue;
    if (block.kind !== 'heading') {
      if (!current) preamble.push(block);
      else {
        current.blocks.push(block);
        for (let above: Draft | undefined = current; above; above = above.parent) above.range.end = block.range.end;
      }
      continue;
    }
    let parent = current;
    while (parent && parent.level >= block.level) parent = parent.parent;
    const drafted = draft(text, block, parent);
    (parent ? parent.children : roots).push(drafted);
    for (let above = parent; above; above = above.parent) above.range.end = block.range.end;
    all.push(drafted);
    current = drafted;
  }
  if (all.length === 0) return fromLabels(text, preamble);
  return { preamble, sections: roots, all };
}

function draft(text: string, heading: Heading, parent: Draft | undefined): Draft {
  const words = text.slice(heading.words.start, heading.words.end);
  return {
    kind: 'heading',
    level: heading.level,
    words: heading.words,
    heading: toPlain(words),
    name: toName(words),
    headingRange: heading.range,
    range: { ...heading.range },
    blocks: [],
    children: [],
    parent,
  };
}

/** `**Context**: …` and `**Context:** …`, at the start of a paragraph. */
const LABEL = /^(?:\*\*|__)([^*_\n]{2,60}?)(?::(?:\*\*|__)|(?:\*\*|__)\s*:)(?=\s|$)/;

/** A document without headings whose paragraphs begin with bold labels: each label is a section. */
function fromLabels(text: string, blocks: readonly Block[]): ReturnType<typeof toSections> {
  const labelled = blocks.filter(
    (block): block is Paragraph =>
      block.kind === 'paragraph' && LABEL.test(text.slice(block.range.start, block.range.end)),
  );
  if (labelled.length < 2) return { preamble: blocks, sections: [], all: [] };
  const preamble: Block[] = [];
  const sections: Draft[] = [];
  for (const block of blocks) {
    const label = block.kind === 'paragraph' ? LABEL.exec(text.slice(block.range.start, block.range.end)) : null;
    if (label) sections.push(fromLabel(block as Paragraph, label));
    else if (sections.length === 0) preamble.push(block);
    else {
      const section = sections.at(-1)!;
      section.blocks.push(block);
      section.range.end = block.range.end;
    }
  }
  return { preamble, sections, all: sections };
}

function fromLabel(block: Paragraph, label: RegExpExecArray): Draft {
  const { start } = block.range;
  const words = { start: start + 2, end: start + 2 + label[1]!.length };
  const headingRange = { start, end: start + label[0].length };
  const rest = restOf(block, headingRange.end);
  return {
    kind: 'label',
    level: 7,
    words,
    heading: label[1]!.trim(),
    name: toName(label[1]!),
    headingRange,
    range: { ...block.range },
    blocks: rest ? [rest] : [],
    children: [],
    parent: undefined,
  };
}

/** The paragraph behind its label. */
function restOf(block: Paragraph, from: number): Paragraph | undefined {
  const lines = block.lines
    .map(({ start, end }) => ({ start: Math.max(start, Math.min(from + 1, end)), end }))
    .filter(({ start, end }) => start < end);
  if (lines.length === 0) return undefined;
  return { kind: 'paragraph', range: { start: lines[0]!.start, end: lines.at(-1)!.end }, lines };
}
