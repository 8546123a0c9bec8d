/** Milliseconds without a key before a text is checked: not at every letter of a word, but soon enough to feel immediate. */
export const debounceMs = 200;
