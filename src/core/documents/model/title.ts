import type { TextRange } from '../../problem.ts';
import type { Block, Heading } from './block.ts';
import { toName, toPlain } from './words.ts';
import { isKnownHeading } from './vocabulary.ts';

/** The name of a document, as its first heading gives it. */
export interface Title {
  /** The words of the heading, marks left out. */
  readonly range: TextRange;
  /** The whole heading line. */
  readonly headingRange: TextRange;
  /** The heading as a reader sees it: `ADR-017: Use PostgreSQL`. */
  readonly heading: string;
  /** The prefix in capitals, such as `ADR`, `RFC` or `KEP`. */
  readonly kind: string | undefined;
  readonly kindRange: TextRange | undefined;
  readonly number: number | undefined;
  /** The number as written: `017`; also a placeholder such as `NNN`. */
  readonly numberRange: TextRange | undefined;
  /** The words after prefix and number: `Use PostgreSQL`. */
  readonly text: string;
  readonly textRange: TextRange;
}

/** The heading that names the document; none in documents whose sections are all level-one headings. */
export function findTitle(text: string, blocks: readonly Block[]): Heading | undefined {
  const headings = blocks.filter((block): block is Heading => block.kind === 'heading');
  const first = headings[0];
  if (!first) return undefined;
  const firstWords = text.slice(first.words.start, first.words.end);
  if (first.level === 1) {
    const isSection = isKnownHeading(toName(firstWords)) && headings.length > 1;
    return isSection ? undefined : first;
  }
  return NUMBERED.test(firstWords) && !isKnownHeading(toName(firstWords)) ? first : undefined;
}

/** A first heading below level one is a title only when it carries a kind and a number. */
const NUMBERED = /^\s*(?:ADR|RFC|KEP|AD|DR)[\s#-]*\d+/i;

const KIND =
  'Architectur(?:e|al) Decision Records?|Decision Records?|ADR|RFC|KEP|PEP|LADR|MADR|AD|Post-?mortem|Runbook|Threat Model|Incident Report|Design Doc(?:ument)?|Failure Analysis';
const PREFIXED = new RegExp(
  `^(${KIND})(?:[\\s#:_–—-]*(\\d{1,8}|[NX]{2,8}|\\?+)(?![\\p{L}\\d.]\\d))?(?:\\s*[:.)\\]|–—-]+\\s*|\\s+|$)`,
  'iu',
);
const NUMBER_FIRST = /^\[?#?(\d{1,8})\]?(?:\s*[.:)–—-]+\s+|\s+[–—-]+\s+)/;

export function readTitle(text: string, heading: Heading): Title {
  const { start, end } = heading.words;
  const words = text.slice(start, end);
  const lead = /^[[*_`\s]*/.exec(words)![0].length;
  const rest = words.slice(lead);
  const prefixed = PREFIXED.exec(rest);
  const numbered = prefixed ? null : NUMBER_FIRST.exec(rest);
  const digits = prefixed ? prefixed[2] : numbered?.[1];
  const prefixLength = lead + (prefixed ?? numbered ?? [''])[0].length;
  const digitsAt = digits === undefined ? -1 : words.indexOf(digits, prefixed ? lead + prefixed[1]!.length : lead);
  const textStart = Math.min(start + (prefixed || numbered ? prefixLength : lead), end);
  const kindWords = prefixed?.[1];
  return {
    range: heading.words,
    headingRange: heading.range,
    heading: toPlain(words),
    kind: kindWords && toKind(kindWords),
    kindRange: kindWords ? { start: start + lead, end: start + lead + kindWords.length } : undefined,
    number: digits && /^\d/.test(digits) ? Number(digits) : undefined,
    numberRange: digits === undefined ? undefined : { start: start + digitsAt, end: start + digitsAt + digits.length },
    text: toPlain(text.slice(textStart, end)),
    textRange: { start: textStart, end },
  };
}

function toKind(words: string): string {
  if (/decision|^ADR?$|^LADR|^MADR/i.test(words)) return 'ADR';
  return words.toUpperCase().replace(/-/g, '');
}
