import type { TextEdit, TextRange } from '../../problem.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Status } from '../model/statement.ts';
import { readStatus } from '../model/vocabulary.ts';
import { endOfLine, insert, paragraphBelow } from './insertions.ts';

/**
 * The edits that put another word where a document states its status. `by` is what stands behind it: the way to the
 * successor takes the place of one that is there, nothing takes it away, and without `by` it stays.
 */
export function sayStatus(document: DesignDocument, status: Status, word: string, by?: string): TextEdit[] {
  const choice = choiceOf(document, status);
  if (choice) return [{ range: choice, text: word + (by ?? '') }];
  if (status.word === '') return fill(document, status, word + (by ?? ''));
  const { wordRange } = status;
  const present = by === undefined ? undefined : successorWords(document, status);
  if (by === undefined || !present) return [{ range: wordRange, text: word + (by ?? '') }];
  if (present.start === wordRange.end) return [{ range: { ...wordRange, end: present.end }, text: word + by }];
  return [
    { range: wordRange, text: word },
    { range: present, text: by },
  ];
}

const LINK = String.raw`\[[^\]\n]*\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])?`;
const REFERENCE = String.raw`(?:${LINK}|[\w./%-]+\.md|(?:[A-Za-z]{2,5}[- #]*)?#?\d+(?![\w-]))`;
const REFERENCES = String.raw`${REFERENCE}(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|&|und)\s+)${REFERENCE})*`;
const BY_RECORD = new RegExp(String.raw`^([*_~\x60]*)(\s+by:?\s+${REFERENCES}|\s*\(\s*by:?\s+${REFERENCES}\s*\))`);
/** Behind "superseded", whatever is said by whom goes with it: "by the new queue". */
const BY_WORDS = /^([*_~`]*)(\s+by:?\s+[^.;,()\n|]+(?<!\s)|\s*\(\s*by:?\s+[^()\n|]*\))/;

/** A "by …" that stands behind the status. A paragraph's may go on in its next line. */
export function successorWords(document: DesignDocument, status: Status): TextRange | undefined {
  if (choiceOf(document, status)) return undefined;
  const { wordRange, valueRange, meaning } = status;
  const block = status.form === 'section' ? document.blocks.find(({ range }) => holds(range, valueRange)) : undefined;
  const rest = document.text.slice(wordRange.end, block?.range.end ?? valueRange.end);
  const found = BY_RECORD.exec(rest) ?? (meaning === 'superseded' ? BY_WORDS.exec(rest) : null);
  if (!found) return undefined;
  const start = wordRange.end + found[1]!.length;
  return { start, end: start + found[2]!.length };
}

const holds = (outer: TextRange, inner: TextRange) => outer.start <= inner.start && inner.end <= outer.end;

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}', '<': '>', '(': ')' };

/** `[proposed | rejected | …]` as a template has it, or `Proposed / Accepted`: a choice that nobody has made yet. */
export function choiceOf({ text }: DesignDocument, { valueRange, form }: Status): TextRange | undefined {
  const { start } = valueRange;
  const line = text.slice(start, form === 'table' ? valueRange.end : endOfLine(text, start));
  const length = CLOSING[line[0] ?? ''] ? bracketed(line) : listed(line);
  return length === undefined ? undefined : { start, end: start + length };
}

function bracketed(line: string): number | undefined {
  const open = line[0]!;
  const close = CLOSING[open]!;
  let depth = 0;
  let end = 0;
  do {
    if (line[end] === open) depth++;
    else if (line[end] === close) depth--;
    end++;
  } while (depth > 0 && end < line.length);
  const [first, second] = line.slice(1, end - 1).split(/[|/]/);
  const isChoice = depth === 0 && line[end] !== '(' && startsWithStatus(first) && startsWithStatus(second);
  return isChoice ? end : undefined;
}

function listed(line: string): number | undefined {
  const parts = line.split(/([|/])/);
  let count = 0;
  let length = 0;
  for (let at = 0; at < parts.length && isStatus(parts[at]!); at += 2) {
    length = parts.slice(0, at).join('').length + parts[at]!.trimEnd().length;
    count++;
  }
  return count > 1 ? length : undefined;
}

const startsWithStatus = (words = '') => readStatus(wordsOf(words)) !== undefined;

const isStatus = (words: string) => /^[\p{L}\p{M}'’ -]+$/u.test(words) && startsWithStatus(words);

const wordsOf = (text: string) =>
  [...text.matchAll(/[\p{L}\p{M}]+(?:['’-]\p{L}+)*/gu)].slice(0, 5).map(([word]) => word.toLowerCase());

/** Writes a status where none stands yet: below an empty section's heading, else behind the label. */
function fill(document: DesignDocument, { form, value, valueRange }: Status, words: string): TextEdit[] {
  if (value === '' && form === 'section') return paragraphBelow(document, valueRange.start, words);
  if (value === '') return fillGap(document, valueRange.start, words);
  // What has no letters holds the place only: `~`, `–`.
  if (!/[\p{L}\p{N}]/u.test(value)) return [{ range: valueRange, text: words }];
  return insert(valueRange.start, `${words} `);
}

/** Puts words into a gap with a space on each side that needs one: behind a colon, between the bars of a table. */
export function fillGap({ text }: DesignDocument, offset: number, words: string): TextEdit[] {
  const before = /[\s"']/.test(text[offset - 1] ?? ' ') ? '' : ' ';
  const after = text[offset] === '|' ? ' ' : '';
  // The one space that an editor left at the line's end is the gap.
  const isOpenEnd = before !== '' && /^[ \t](?=\r?\n|$)/.test(text.slice(offset, offset + 3));
  return [{ range: { start: offset, end: offset + (isOpenEnd ? 1 : 0) }, text: before + words + after }];
}
