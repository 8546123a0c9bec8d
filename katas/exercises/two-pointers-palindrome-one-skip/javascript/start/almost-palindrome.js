/** Whether the text reads the same forwards and backwards, after leaving out at most one of its characters. */
export function isAlmostPalindrome(text) {
  throw new Error('isAlmostPalindrome is not written yet');
}
