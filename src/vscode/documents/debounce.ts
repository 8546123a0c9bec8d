/**
 * Milliseconds without a key before a text is checked: about as long as a fast typist's next key takes, so that a word is
 * not called wrong at each of its letters. At 200, it was most of the wait that a person saw.
 */
export const debounceMs = 100;
