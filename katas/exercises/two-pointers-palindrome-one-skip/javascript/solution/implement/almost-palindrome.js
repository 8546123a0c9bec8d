/** Whether the text reads the same forwards and backwards, after leaving out at most one of its characters. */
export function isAlmostPalindrome(text) {
  if (isPalindrome(text)) return true;
  for (let skipped = 0; skipped < text.length; skipped += 1) {
    if (isPalindrome(text.slice(0, skipped) + text.slice(skipped + 1))) return true;
  }
  return false;
}

function isPalindrome(text) {
  return text === [...text].reverse().join('');
}
