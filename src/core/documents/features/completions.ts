import type { TextRange } from '../../problem.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { toRelative } from '../corpus/paths.ts';
import { forEachBlock } from '../model/inline.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Profile } from '../profiles/profile.ts';
import { allRules } from '../rules/all.ts';
import { findSections } from '../schema/view.ts';
import { referenceName } from './references.ts';

/** One thing to write at the cursor. */
export interface Completion {
  readonly kind: 'status' | 'section' | 'reference' | 'person' | 'rule';
  readonly label: string;
  /** A few words beside the label. */
  readonly detail: string;
  readonly text: string;
  /** What the text replaces; the cursor stands in it or at its end. */
  readonly range: TextRange;
  /** What a list is narrowed by, when that is not the label. */
  readonly filter?: string;
}

/** Who may own a document. */
export interface Person {
  readonly name: string;
  /** What stands behind an `@`. */
  readonly handle: string;
}

export interface CompletionRequest {
  readonly offset: number;
  readonly file: string;
  readonly profile: Profile | undefined;
  readonly corpus: Corpus | undefined;
  /** Those the repository's history names, the likeliest first. */
  readonly people?: readonly Person[];
}

/** What may be written at an offset: rule codes, statuses, headings that are missing, references to other records. */
export function completionsAt(document: DesignDocument, request: CompletionRequest): Completion[] {
  const inComment = completeRules(document, request.offset);
  if (inComment) return inComment;
  const { profile } = request;
  if (!profile) return [];
  return (
    completeStatus(document, profile, request.offset) ??
    completePerson(document, request) ??
    completeReference(document, request) ??
    completeHeading(document, profile, request.offset) ??
    []
  );
}

const SUPPRESSION = /<!--\s*katapath-disable-(?:next-line|next-block|file)\s+(?:[\w-]+\s*,\s*)*([\w-]*)$/;

/** `<!-- katapath-disable-next-line KP3` */
function completeRules({ text }: DesignDocument, offset: number): Completion[] | undefined {
  const typed = SUPPRESSION.exec(lineBefore(text, offset))?.[1];
  if (typed === undefined) return undefined;
  return allRules.map(({ code, name, summary }) => ({
    kind: 'rule',
    label: code,
    detail: `${name}: ${summary}`,
    text: code,
    range: { start: offset - typed.length, end: offset },
    filter: `${code} ${name}`,
  }));
}

/** `Status: Acc` in any of the forms a header has, also where no value stands yet. */
function completeStatus(
  { metadata, text }: DesignDocument,
  profile: Profile,
  offset: number,
): Completion[] | undefined {
  const here = metadata.statuses.find(({ wordRange, valueRange }) => {
    const isInWord = wordRange.start <= offset && offset <= wordRange.end;
    return isInWord || (valueRange.start === valueRange.end && isBlankBetween(text, valueRange.start, offset));
  });
  if (!here) return undefined;
  const isEmpty = here.valueRange.start === here.valueRange.end;
  const range = isEmpty ? { start: offset, end: offset } : here.wordRange;
  const isLower = profile.statuses === undefined && !isEmpty && /^\p{Ll}/u.test(text.slice(range.start, range.end));
  const words = profile.statuses?.length ? profile.statuses : usualStatuses;
  return words.map((word) => ({
    kind: 'status',
    label: isLower ? word.toLowerCase() : word,
    detail: `Status of ${profile.id}`,
    // "Status:|" without a space behind the colon gets one.
    text: `${text[range.start - 1] === ':' ? ' ' : ''}${isLower ? word.toLowerCase() : word}`,
    range,
  }));
}

/** For a format that leaves the words to its author. */
const usualStatuses = ['Draft', 'Proposed', 'Accepted', 'Rejected', 'Deprecated', 'Superseded'];

/** An empty value begins at its label's colon; only what is blank lies between that and the cursor. */
function isBlankBetween(text: string, start: number, offset: number): boolean {
  return offset >= start && offset - start < 200 && /^\s*$/.test(text.slice(start, offset));
}

/** Whether names belong here, which have to be asked for. */
export function asksForPeople(document: DesignDocument, offset: number): boolean {
  return findPeopleField(document, offset) !== undefined;
}

function findPeopleField({ metadata, text }: Pick<DesignDocument, 'metadata' | 'text'>, offset: number) {
  return metadata.statements.find(
    ({ field, valueRange: { start, end } }) =>
      (field === 'author' || field === 'reviewers') &&
      (start === end ? isBlankBetween(text, start, offset) : start <= offset && offset <= end),
  );
}

/** `Author: Ad`, `Deciders: Ada, Gr`: those who committed here; behind an `@` by their handles. */
function completePerson(
  { metadata, text }: DesignDocument,
  { offset, people = [] }: CompletionRequest,
): Completion[] | undefined {
  const here = findPeopleField({ metadata, text }, offset);
  if (!here) return undefined;
  // Several names stand between commas or on lines of their own; only the one under the cursor is replaced.
  const value = text.slice(Math.min(here.valueRange.start, offset), offset);
  const typed = /[^,;[\]|:\r\n]*$/.exec(value)![0].replace(/^\s*(?:-\s+)?/, '');
  const isHandle = typed.startsWith('@');
  const start = offset - typed.length;
  return people.map(({ name, handle }) => ({
    kind: 'person',
    label: isHandle ? `@${handle}` : name,
    detail: isHandle ? name : 'has committed here',
    text: `${text[start - 1] === ':' ? ' ' : ''}${isHandle ? `@${handle}` : name}`,
    range: { start, end: offset },
    filter: isHandle ? `@${handle} ${name}` : name,
  }));
}

/** `## Al` at the start of a line: the sections that are missing, in the order the format has them. */
function completeHeading(document: DesignDocument, profile: Profile, offset: number): Completion[] | undefined {
  const typed = /^(#{1,6})[ \t]*.*$/.exec(lineBefore(document.text, offset));
  if (!typed || holds(document.title?.headingRange, offset) || isVerbatim(document, offset)) return undefined;
  const [line, marks] = typed as unknown as [string, string];
  if (statesSomething(document, { start: offset - line.length, end: offset })) return undefined;
  const present = findSections(document, profile);
  return (profile.sections ?? [])
    .filter(({ key }) => {
      const section = present.get(key);
      // The heading under the cursor is still being written.
      return !section || holds(section.headingRange, offset);
    })
    .map(({ heading, optional, guidance = '' }) => ({
      kind: 'section',
      label: heading,
      detail: [optional ? 'optional' : `section of ${profile.id}`, guidance].filter(Boolean).join(' · '),
      text: `${marks} ${heading}`,
      range: { start: offset - line.length, end: offset },
      filter: `${marks} ${heading}`,
    }));
}

/** `## Date: 2026-01-10 | Status: …` is no section's heading. */
function statesSomething({ metadata }: DesignDocument, { start, end }: TextRange): boolean {
  return metadata.statements.some(
    ({ form, labelRange }) => form === 'heading' && labelRange.start >= start && labelRange.end <= end,
  );
}

/** Whether an offset is in code, HTML or front matter, where a line that looks like Markdown is none. */
function isVerbatim({ blocks, frontMatter }: DesignDocument, offset: number): boolean {
  let found = frontMatter !== undefined && offset < frontMatter.range.end;
  forEachBlock(blocks, ({ kind, range }) => {
    found ||= (kind === 'code' || kind === 'html') && holds(range, offset);
  });
  return found;
}

function holds(range: TextRange | undefined, offset: number): boolean {
  return range !== undefined && range.start <= offset && offset <= range.end;
}

const NAME_BEFORE = /(?<![\p{L}\p{N}/-])(ADR|RFC|KEP)[- ]?\d*$/iu;

/** `ADR-`, `RFC 0`: the records with a number, as links. In front matter and inside a link's words, the name alone. */
function completeReference(
  document: DesignDocument,
  { offset, file, corpus }: CompletionRequest,
): Completion[] | undefined {
  const { text, frontMatter } = document;
  const line = lineBefore(text, offset);
  const typed = NAME_BEFORE.exec(line);
  if (!typed || !corpus || !maySay(document, { start: offset - typed[0].length, end: offset })) return undefined;
  const family = typed[1]!.toLowerCase() === 'kep' ? 'rfc' : typed[1]!.toLowerCase();
  const isPlain = line[typed.index - 1] === '[' || (frontMatter !== undefined && offset < frontMatter.range.end);
  const found = corpus.entries.flatMap((entry) => {
    const name = referenceName(entry);
    if (entry.kind !== family || entry.file === file || name === undefined) return [];
    return {
      kind: 'reference' as const,
      label: `${name}: ${entry.title}`,
      detail: [entry.status, entry.file].filter(Boolean).join(' · '),
      text: isPlain ? name : `[${name}](${toRelative(file, entry.file)})`,
      range: { start: offset - typed[0].length, end: offset },
      filter: `${name} ${typed[1]} ${entry.number} ${entry.title}`,
    };
  });
  return found.length > 0 ? found : undefined;
}

/** Whether words are the author's own, in prose, a heading or front matter: not code, an address or the title. */
function maySay({ text, prose, title, allSections, frontMatter }: DesignDocument, { start, end }: TextRange): boolean {
  if (holds(title?.headingRange, end)) return false;
  if (frontMatter !== undefined && end < frontMatter.range.end) return true;
  if (allSections.some(({ headingRange }) => holds(headingRange, end))) return true;
  const isInAddress = /\]\([^()\s]*$/.test(lineBefore(text, start));
  return !isInAddress && prose.slice(start, end) === text.slice(start, end);
}

/** Whether a line up to the cursor is one to offer something on unasked; costs nothing, for keys pressed in prose. */
export function mayComplete(line: string): boolean {
  return (
    /^#{1,6}|katapath-disable-|status|author|owner|decider|decision-maker|review|consulted|informed|approver|(?:ADR|RFC|KEP)[- ]?\d*$/i.test(
      line,
    ) || line.trim() === ''
  );
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}
