const fewestWords = 2;
const fewestLetters = 8;

/** Whether a note can be an answer to what an item asks: a sentence, if a short one, and no mere sign. In any script. */
export function isAnswer(note: string): boolean {
  const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(note)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.toLowerCase());
  const different = new Set(words);
  return different.size >= fewestWords && [...different].join('').length >= fewestLetters;
}
