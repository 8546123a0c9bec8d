import type { DesignDocument } from './document.ts';

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
