/**
 * A heading or label as one compares it: lower case, without emphasis, links' targets, numbering, emoji and closing
 * punctuation. `## 3. **Decision** :rocket:` is `decision`.
 */
export function toName(words: string): string {
  if (words.length <= LONGEST && PLAIN_NAME.test(words)) return words.toLowerCase();
  return toPlain(words.slice(0, LONGEST))
    .replace(EMOJI, ' ')
    .replace(NUMBERING, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:*–—-]+|[\s:.?!…*–—-]+$/g, '')
    .toLowerCase();
}

/** The words as a reader sees them: links by their text, no emphasis, no code ticks, no HTML. */
export function toPlain(words: string): string {
  if (!MARKUP.test(words)) return words.trim();
  return words
    .slice(0, LONGEST)
    .replace(/<!--[^]*?-->/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/!?\[([^\]]*)\]\[[^\]]*\]/g, '$1')
    .replace(/<\/?[A-Za-z][^>]*>/g, '')
    .replace(/`+/g, '')
    .replace(/\*{1,3}|~~/g, '')
    .replace(/(^|[^\p{L}\p{N}])_{1,3}(?=\S)|_{1,3}(?![\p{L}\p{N}])/gu, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
}

/** What most headings are: `Considered Options`. Nothing of it has to go. */
const PLAIN_NAME = /^[A-Za-z]+(?: [A-Za-z]+)*$/;
/** Headings and labels are short; what is longer is no name, and must not cost the square of its length. */
const LONGEST = 1000;
const MARKUP = /[`*_[\]<~\\]/;
const EMOJI = /\p{Extended_Pictographic}\uFE0F?|:[a-z0-9_+-]+:/gu;
/** `3.`, `3)`, `3.1`, `A.`, `IV.`, `Step 2:` in front of a heading. */
const NUMBERING = /^\s*(?:\d+(?:\.\d+)*[.):]?\s+|[A-Z][.)]\s+|[IVX]+[.)]\s+|\(\d+\)\s*)/;
