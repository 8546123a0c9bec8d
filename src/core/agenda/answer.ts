const fewestWords = 3;

/** Whether a note can be an answer to what an item asks: a sentence, if a short one, and no mere sign. In any script. */
export function isAnswer(note: string): boolean {
  const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(note)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.toLowerCase());
  return new Set(words).size >= fewestWords;
}
