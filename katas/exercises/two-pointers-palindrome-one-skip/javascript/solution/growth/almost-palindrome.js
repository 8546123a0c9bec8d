/** Whether the text reads the same forwards and backwards, after leaving out at most one of its characters. */
export function isAlmostPalindrome(text) {
  let left = 0;
  let right = text.length - 1;
  while (left < right && text[left] === text[right]) {
    left += 1;
    right -= 1;
  }
  // Everything outside is matched. If two characters differ here, one of these two is the stray one.
  return isPalindrome(text, left + 1, right) || isPalindrome(text, left, right - 1);
}

/** Whether the characters from place `left` to place `right`, both included, read the same both ways. */
function isPalindrome(text, left, right) {
  while (left < right) {
    if (text[left] !== text[right]) return false;
    left += 1;
    right -= 1;
  }
  return true;
}
