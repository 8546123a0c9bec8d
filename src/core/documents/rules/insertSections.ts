import type { Fix, TextEdit } from '../../problem.ts';
import type { Block } from '../model/block.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Section } from '../model/sections.ts';
import type { Profile, ProfileSection } from '../profiles/profile.ts';
import type { RuleContext } from './rule.ts';
import { lineEndOf } from '../../text/lines.ts';

type Known = Pick<RuleContext, 'profile' | 'section'>;

/** The fix that inserts sections; undefined where the text has no place for them. */
export function insertFix(missing: readonly ProfileSection[], document: DesignDocument, known: Known): Fix | undefined {
  const edits = insertSections(missing, document, known);
  const headings = missing.map(({ heading }) => `"${heading}"`).join(', ');
  const inserts = missing.map(({ key }) => key);
  return edits.length > 0 ? { title: `Insert ${headings}`, kind: 'scaffold', edits, inserts } : undefined;
}

/** The section of a profile that a rule misses, by its key, with the fix that inserts it. */
export function insertFixFor(key: string, document: DesignDocument, known: Known): { fix?: Fix } {
  const missing = known.profile.sections?.filter((section) => section.key === key) ?? [];
  const fix = insertFix(missing, document, known);
  return fix ? { fix } : {};
}

/**
 * One edit per place, in the profile's order: behind all sections that come before it there, else before all that come
 * after it, else at the end. So none is out of order that was not before. What would be written into a fence or comment that is not closed is left out.
 */
export function insertSections(
  missing: readonly ProfileSection[],
  document: DesignDocument,
  known: Known,
): readonly TextEdit[] {
  const { text } = document;
  const end = text.trimEnd().length;
  const gap = lineEndOf(text).repeat(2);
  const texts = new Map<number, string>();
  for (const section of inOrder(missing, known.profile)) {
    const words = toText(section, document);
    const { before, after } = neighbours(section, document, known);
    const place = before?.range.end ?? after?.headingRange.start ?? end;
    if (place >= end && isOpen(text, document.blocks.at(-1))) continue;
    const piece = !before && after ? words + gap : gap + words;
    texts.set(place, (texts.get(place) ?? '') + piece);
  }
  return [...texts].map(([start, words]) => ({ range: { start, end: start }, text: words }));
}

function inOrder(missing: readonly ProfileSection[], { sections = [] }: Profile): readonly ProfileSection[] {
  return sections.filter((section) => missing.includes(section));
}

/** The sections that are there between which a missing one belongs. */
function neighbours(missing: ProfileSection, document: DesignDocument, { profile, section }: Known) {
  const order = profile.sections ?? [];
  const index = order.indexOf(missing);
  const present = (some: readonly ProfileSection[]) =>
    some.flatMap(({ key }) => section(key) ?? []).sort((a, b) => a.range.start - b.range.start);
  const before = present(order.slice(0, index)).at(-1);
  const [after] = present(order.slice(index + 1));
  return { before: before && outermost(before, document), after: after && outermost(after, document) };
}

/** What a new section stands beside: within another, it would take the rest of that as its own. */
function outermost(section: Section, document: DesignDocument): Section {
  let outer = section;
  while (outer.parent && outer.level > levelOf(document)) outer = outer.parent;
  return outer;
}

const levelOf = ({ sections }: DesignDocument) => sections[0]?.level ?? 2;

/** The new section looks like those that are there: a heading of their level, or a bold label. */
function toText({ heading, guidance = '' }: ProfileSection, document: DesignDocument): string {
  if (document.sections[0]?.kind === 'label') return `**${heading}:**${guidance ? ` <!-- ${guidance} -->` : ''}`;
  const lines = [`${'#'.repeat(levelOf(document))} ${heading}`, ...(guidance ? ['', `<!-- ${guidance} -->`] : [])];
  return lines.join(lineEndOf(document.text));
}

/** Whether a fence, comment or verbatim tag takes in whatever is written behind it. */
function isOpen(text: string, block: Block | undefined): boolean {
  if (!block) return false;
  const words = text.slice(block.range.start, block.range.end);
  if (block.kind === 'html')
    return (
      words.lastIndexOf('<!--') > words.lastIndexOf('-->') ||
      /^<(script|pre|style|textarea)\b(?![^]*<\/\1>)/i.test(words)
    );
  return block.kind === 'code' && block.fenced && !isFenceClosed(words);
}

/** The last line is a fence of at least the first one's length. */
function isFenceClosed(words: string): boolean {
  const [fence] = /^(?:`+|~+)/.exec(words)!;
  const last = words.slice(words.lastIndexOf('\n') + 1).trim();
  return words.includes('\n') && last.startsWith(fence) && last === fence[0]!.repeat(last.length);
}
