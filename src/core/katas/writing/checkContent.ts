import type { DesignDocument } from '../../documents/model/document.ts';
import { itemsOf } from '../../documents/model/shape.ts';
import type { Section } from '../../documents/model/sections.ts';
import type { Profile } from '../../documents/profiles/profile.ts';
import { readTradeOff } from '../../documents/rules/tradeOffSentence.ts';
import { findSections } from '../../documents/schema/view.ts';
import type { TextRange } from '../../problem.ts';
import { hasFigure, readFigures } from './figures.ts';
import { countWords, findWords, hasWords, isStatement, passagesIn, passagesOf, type Passage } from './passages.ts';
import type { DocumentCheck } from './sheet.ts';

/** What is missing, and where it would stand. */
export interface Lack {
  readonly words: string;
  readonly range: TextRange;
}

/** What a document lacks of one check; undefined when it holds. */
export function checkContent(check: DocumentCheck, document: DesignDocument, profile: Profile): Lack | undefined {
  const found = findSections(document, profile);
  const sections = check.in?.flatMap((key) => found.get(key) ?? []);
  if (check.gone) return findLeftover(check.gone, document, sections);
  if (check.header) return checkHeader(check.header, document);
  if (check.in && sections!.length === 0) {
    const headings = check.in.map((key) => profile.sections?.find((section) => section.key === key)?.heading ?? key);
    return { words: `There is no section “${headings.join('” or “')}”.`, range: titleOf(document) };
  }
  if (check.items) return checkItems(check.items, document, sections![0]!);
  const passages = sections
    ? sections.flatMap((section) => passagesOf(document, section))
    : [...passagesIn(document, document.preamble), ...document.sections.flatMap((each) => passagesOf(document, each))];
  const answering = passages.filter((passage) => answers(check, passage));
  if (answering.some((passage) => check.short || isStatement(passage))) return undefined;
  const range = answering[0]?.range ?? sections?.[0]?.words ?? titleOf(document);
  if (answering.length > 0)
    return { words: 'These words are there, but state nothing: say it in a sentence of its own.', range };
  return { words: `${placeName(sections)} does not say it yet, in one paragraph, list item or table row.`, range };
}

function answers({ says = [], figures = [], tradeOff }: DocumentCheck, { words }: Passage): boolean {
  const hasWord = (wanted: string) => hasWords(words, wanted);
  return (
    says.every(hasWord) &&
    figures.every((figure) => hasFigure(words, figure, hasWord)) &&
    (!tradeOff || readTradeOff(words) !== undefined)
  );
}

function checkHeader(
  { status, date }: NonNullable<DocumentCheck['header']>,
  document: DesignDocument,
): Lack | undefined {
  const { metadata } = document;
  if (status !== undefined && metadata.status?.word !== status.toLowerCase())
    return { words: `The status is not “${status}”.`, range: metadata.status?.wordRange ?? titleOf(document) };
  if (date !== undefined && metadata.date?.iso !== date)
    return { words: `The date is not ${date}.`, range: metadata.date?.dateRange ?? titleOf(document) };
  return undefined;
}

function findLeftover(
  gone: readonly string[],
  document: DesignDocument,
  sections: readonly Section[] | undefined,
): Lack | undefined {
  const places = sections?.map(({ range }) => range) ?? [{ start: 0, end: document.text.length }];
  for (const { start, end } of places)
    for (const wanted of gone) {
      const found = findWords(document.text.slice(start, end), wanted);
      if (!found) continue;
      const range = { start: start + found.start, end: start + found.end };
      return { words: `“${document.slice(range).replace(/\s+/g, ' ')}” still stands here.`, range };
    }
  return undefined;
}

function checkItems(
  { atLeast, words = 1, numbers = false }: NonNullable<DocumentCheck['items']>,
  document: DesignDocument,
  section: Section,
): Lack | undefined {
  const items = itemsOf(document.text, section);
  if (items.length < atLeast)
    return {
      words: `“${section.heading}” lists ${items.length === 1 ? '1 item' : `${items.length} items`}; ${atLeast} is the least.`,
      range: section.words,
    };
  const texts = items.map(({ range }) => document.slice(range));
  const short = texts.findIndex((text) => countWords(text) < words);
  if (short >= 0) return { words: `This one has fewer than ${words} words.`, range: items[short]!.range };
  const bare = numbers ? texts.findIndex((text) => readFigures(text).length === 0) : -1;
  if (bare >= 0) return { words: 'This one has no number.', range: items[bare]!.range };
  const twice = texts.findIndex((text, index) => texts.map(toPlain).indexOf(toPlain(text)) !== index);
  return twice >= 0 ? { words: 'This one says the same as another.', range: items[twice]!.range } : undefined;
}

/** Without its number or letter. */
const toPlain = (text: string) =>
  text
    .replace(/^\s*(?:[-*+]|\d+[.)]|[A-Z][.)])\s+/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

const placeName = (sections: readonly Section[] | undefined) =>
  sections ? `“${sections.map(({ heading }) => heading).join('” or “')}”` : 'The document';

const titleOf = ({ title }: DesignDocument): TextRange => title?.range ?? { start: 0, end: 0 };
