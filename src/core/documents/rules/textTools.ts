import type { TextRange } from '../../problem.ts';
import type { DesignDocument } from '../model/document.ts';

/** The document's own line end. */
export function lineEndOf(text: string): '\r\n' | '\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The first line of a range, without the space around it: long enough to see, short enough to underline. */
export function firstLine(text: string, { start, end }: TextRange): TextRange {
  const stop = text.slice(start, end).search(/[\r\n]/);
  let to = stop < 0 ? end : start + stop;
  while (to > start && /\s/.test(text[to - 1]!)) to--;
  return { start, end: to };
}

/** Edits that separate two words: how many letters must be added, dropped, changed or swapped. At most `limit + 1` is told. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      current.push(swapped ? Math.min(cost, before[j - 2]! + 1) : cost);
    }
    // Distances only grow from row to row, so most pairs of words are told apart by their first letters.
    if (Math.min(...current) > limit && Math.min(...previous) > limit) return limit + 1;
    [before, previous] = [previous, current];
  }
  return previous[b.length]!;
}

/** The one candidate that is at most `limit` edits away; undefined when none or several are. */
export function closest(word: string, candidates: readonly string[], limit: number): string | undefined {
  const near = candidates
    .filter(({ length }) => Math.abs(length - word.length) <= limit)
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase(), limit) }))
    .filter(({ distance }) => distance > 0 && distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return near[0] && near[0].distance !== near[1]?.distance ? near[0].candidate : undefined;
}

/** Whether a word can only be a slip of the other: one edit, behind the same first letter. Two edits make another word. */
export function isSlip(word: string, meant: string): boolean {
  const [written, right] = [word.toLowerCase(), meant.toLowerCase()];
  return written[0] === right[0] && editDistance(written, right, 1) === 1;
}

const ENGLISH = /\b(?:the|and|of|to|is|are|for|with|we|it|this|that|be)\b/gi;
const OTHER =
  /\b(?:der|die|das|und|ist|wir|nicht|ein|eine|mit|le|les|des|est|et|nous|une|pour|avec|el|los|las|es|una|para|con|que|il|che|di|per|não|uma|os|het|een|niet|och|att|är|ikke|jest|nie|się)\b|[\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}]{2,}/giu;

const english = new WeakMap<DesignDocument, boolean>();
/** In English prose one of those words comes every twenty letters; where they are this dense no other language is looked for. */
const LETTERS_PER_WORD = 60;
/** A page or two tell the language of a book. */
const SAMPLE = 4000;

/** Whether a document is English, for rules that miss a word: in another language they would always miss it. */
export function isEnglish(document: DesignDocument): boolean {
  let answer = english.get(document);
  if (answer === undefined) {
    answer = readsEnglish(document.prose.slice(0, SAMPLE));
    english.set(document, answer);
  }
  return answer;
}

function readsEnglish(prose: string): boolean {
  const enough = Math.max(1, Math.ceil(prose.length / LETTERS_PER_WORD));
  const own = count(prose, ENGLISH, enough);
  return own === enough || count(prose, OTHER, own + 1) <= own;
}

/** How often a pattern is found; `limit` times is often enough to look no further. */
function count(words: string, pattern: RegExp, limit: number): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (found < limit && pattern.test(words)) found++;
  return found;
}
