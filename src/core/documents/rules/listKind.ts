import type { Paragraph } from '../model/block.ts';
import type { Section } from '../model/sections.ts';
import { isEmpty } from '../model/shape.ts';
import type { Fix } from '../../problem.ts';
import { lookUp } from '../../lookUp.ts';
import type { Rule } from './rule.ts';

const words: Readonly<Record<string, string>> = {
  bullets: 'a list with bullets',
  numbered: 'a numbered list',
  lettered: 'a lettered list: "A. …"',
  sections: 'sub-headings',
  table: 'a table',
};

/** The section is written, but not as the kind of list the format has there: steps numbered, options lettered. */
export const listKind: Rule = {
  code: 'KP308',
  name: 'list-kind',
  class: 'structural',
  severity: { automatic: 'off', strict: 'error' },
  summary: 'A section is not the kind of list the format has there.',
  schema: {
    handles: ({ path, keyword }) => path[0] === 'sections' && path[2] === 'contents' && keyword === 'contains',
    explain({ path }, document, { profile, section }) {
      const found = section(path[1]!);
      const first = found?.blocks[0];
      if (!found || !first || isEmpty(document.text, found)) return undefined;
      const wanted = toKinds(profile.schema, path[1]!);
      const kinds = wanted.map((kind) => lookUp(words, kind) ?? kind).join(' or ');
      const fix = wanted[0] && toList(found, wanted[0]);
      return { range: found.words, message: `"${found.heading}" should be ${kinds || 'a list'}.`, ...(fix && { fix }) };
    },
  },
};

/** What the profile's schema says about the section's contents: `contains: { enum: […] }`. */
function toKinds(schema: unknown, key: string): string[] {
  const at = ['properties', 'sections', 'properties', key, 'properties', 'contents', 'contains'];
  const contains = at.reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], schema);
  const { enum: several, const: one } = (contains ?? {}) as { enum?: readonly string[]; const?: string };
  return several ? [...several] : one === undefined ? [] : [one];
}

/** Gives the items the marks of the wanted kind: a list its other marks, separate paragraphs a first mark. */
function toList({ blocks }: Section, kind: string): Fix | undefined {
  const mark = lookUp(marks, kind);
  if (!mark) return undefined;
  const title = `Make it ${words[kind]}`;
  const lists = blocks.filter((block) => block.kind === 'list');
  if (lists.length > 0) {
    const { items } = lists[0]!;
    // What stands indented below a mark moves with the mark's width, so only plain items keep their meaning.
    const isPlain = items.every(({ blocks: inside }) => inside.length === 1 && inside[0]!.kind === 'paragraph');
    if (lists.length > 1 || !isPlain || items.length > 26) return undefined;
    return { title, kind: 'safe', edits: items.map(({ marker }, index) => ({ range: marker, text: mark(index) })) };
  }
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  const areLines = paragraphs.length === blocks.length && paragraphs.every(({ lines }) => lines.length === 1);
  if (!areLines || kind === 'lettered') return undefined;
  const edits = paragraphs.map(({ range: { start } }, index) => ({
    range: { start, end: start },
    text: `${mark(index)} `,
  }));
  return { title, kind: 'safe', edits };
}

const marks: Readonly<Record<string, (index: number) => string>> = {
  bullets: () => '-',
  numbered: (index) => `${index + 1}.`,
  lettered: (index) => `${String.fromCharCode(65 + index)}.`,
};
