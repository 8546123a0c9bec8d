/** Whether the text reads the same forwards and backwards, after leaving out at most one of its characters. */
export function isAlmostPalindrome(text: string): boolean {
  return matches(text, 0, text.length - 1, 1);
}

function matches(text: string, left: number, right: number, skips: number): boolean {
  if (left >= right) return true;
  if (text[left] === text[right]) return matches(text, left + 1, right - 1, skips);
  if (skips === 0) return false;
  return matches(text, left + 1, right, skips - 1) || matches(text, left, right - 1, skips - 1);
}
