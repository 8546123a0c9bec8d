/**
 * Milliseconds without a key before a text is checked. A check of 5,000 lines takes less than 10, so it need not be saved
 * at the cost of the reader; and at 100, VS Code asks everyone for quick fixes, for which its own Markdown support keeps
 * the extension host for 40 to 50: a squiggle that is not out by then waits for that, too.
 */
export const debounceMs = 50;

/** Characters whose check takes a quarter of the wait, and less on most machines. */
const usualLength = 500_000;

/** How long to wait before the check of a text this long: longer for a huge one, so that typing in it stays smooth. */
export function waitFor(length: number): number {
  return debounceMs * Math.max(1, length / usualLength);
}
