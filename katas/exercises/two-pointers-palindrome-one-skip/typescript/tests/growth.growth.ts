import { isAlmostPalindrome } from '../almost-palindrome.ts';

/**
 * A text of about `n` letters that matches from both ends until its middle. There it is a palindrome, has one stray
 * letter, or has so many that no skip can help.
 */
export function prepare(n: number, order: string, random: () => number): string {
  const middles: Record<string, string> = { ascending: 'xx', descending: 'xyxz' };
  const half = Array.from({ length: Math.floor(n / 2) - 2 }, () => 'abcd'[Math.floor(random() * 4)]);
  const middle = middles[order] ?? 'vwxy';
  return half.join('') + middle + half.reverse().join('');
}

export function run(text: string): unknown {
  return isAlmostPalindrome(text);
}
