import type { Random } from '../../core/credential/mutate.ts';

const at = (random: Random, end: number) => Math.floor(random() * end);
const pick = <T>(random: Random, all: readonly T[]): T => all[at(random, all.length)]!;

/** What readers stumble over: marks of every notation, and characters that are not what they look like. */
const odd = [
  ...'[]{}()<>"\'`\\/:;,.=-_*#|&!?%@$^~+ \t\n\r\0',
  ...['\r\n', '\uFEFF', '\u2028', '\u0301', '\uD800', '\uDC00', '😀', '\u202E', 'İ', 'ß', '---\n', '<!--', '-->', '${'],
  ...['null', 'true', '-1', '1e999', '9999999999999999', '""', '[]', '{}', '__proto__', 'constructor', 'toString'],
];

/** Brackets of every notation, to be opened and never closed. */
const openings = ['[', '{"a":', '[[{', '(', '<a>', '<testsuite>', '- ', '> ', '{a,', '(?:', '!', '&a [', '\\', '*a '];

const ways: readonly ((text: string, random: Random, others: readonly string[]) => string)[] = [
  (text, random) => replaced(text, random, 1, (it) => String.fromCharCode(it.charCodeAt(0) ^ (1 << at(random, 16)))),
  (text, random) => replaced(text, random, 0, () => pick(random, odd)),
  (text, random) => replaced(text, random, 1 + at(random, 20), () => pick(random, odd)),
  (text, random) => replaced(text, random, 1 + at(random, 40), () => ''),
  (text, random) => replaced(text, random, 1 + at(random, 200), (it) => it + it),
  (text, random) => text.slice(0, at(random, text.length + 1)),
  (text, random) => text.slice(at(random, text.length + 1)),
  (text, random, others) => {
    const other = pick(random, others);
    return text.slice(0, at(random, text.length)) + other.slice(at(random, other.length));
  },
  (text, random) => replaced(text, random, 0, () => pick(random, openings).repeat(1 + at(random, 300))),
  (text, random) => replaced(text, random, 0, () => pick(random, odd).repeat(1 + at(random, 3000))),
  (text, random) => text.replaceAll(/\r?\n/g, pick(random, ['', ' ', '\r', '\r\n', '\n\n', '\u2028'])),
  (text, random) => wordChanged(text, random),
];

/** A text somebody might have, changed in one to four places; the same number makes the same text. */
export function mutate(seeds: readonly string[], random: Random): string {
  let text = pick(random, seeds);
  for (let times = 1 + at(random, 4); times > 0; times--) text = pick(random, ways)(text, random, seeds);
  return text.slice(0, LONGEST);
}

/** One piece of a text, or the text itself, again and again up to a length: what grows faster than its text shows here. */
export function lengthen(text: string, random: Random): string {
  const start = at(random, text.length);
  const piece = random() < 0.2 ? text : text.slice(start, start + 1 + at(random, pick(random, [3, 30, 300])));
  if (piece === '') return text;
  const room = LONGEST - text.length;
  return text.slice(0, start) + piece.repeat(Math.max(1, Math.floor(room / piece.length))) + text.slice(start);
}

export const LONGEST = 100_000;

function replaced(text: string, random: Random, length: number, change: (it: string) => string): string {
  const start = at(random, Math.max(1, text.length - length + 1));
  const it = text.slice(start, start + length);
  return text.slice(0, start) + (length > 0 && it === '' ? '' : change(it)) + text.slice(start + length);
}

/** A word or a number of the text becomes another thing: a list where a text was, nothing where a number was. */
function wordChanged(text: string, random: Random): string {
  const words = [...text.matchAll(/"[^"\n]{0,80}"|\b\w{1,40}\b/g)];
  if (words.length === 0) return text;
  const word = pick(random, words);
  const by = random() < 0.3 ? pick(random, words)[0] : pick(random, odd);
  return text.slice(0, word.index) + by + text.slice(word.index + word[0].length);
}
