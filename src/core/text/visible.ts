/**
 * A text in which nothing acts on whoever shows it, and nothing hides: control characters, escapes, marks that turn the
 * direction of writing, characters of no width and other ends of line are shown by their numbers, as ⟨U+202E⟩. Line ends
 * and tabs stay; for words that must not begin a line of their own there is `toOneLine`.
 */
export function makeVisible(text: string): string {
  return text.replaceAll(HIDDEN, (sign) => (/^[\n\t]$/.test(sign) ? sign : toNumber(sign)));
}

/** Words of a file, a name or a person inside a sentence: visible, and on one line. */
export function toOneLine(text: string): string {
  return text.replaceAll(HIDDEN, toNumber);
}

/**
 * Controls (C0, DEL, C1), formats (directions, no width, tags), separators of lines and paragraphs, halves of
 * characters, fillers that look like nothing, and selectors of variants. An emoji may be joined and coloured.
 */
const HIDDEN =
  /(?<!\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)\u200d|\u200d(?!\p{Extended_Pictographic})|(?!\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]|(?!\ufe0e|\ufe0f)\p{Variation_Selector}/gu;

function toNumber(sign: string): string {
  return `⟨U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** JSON with the same values, in which everything hidden is escaped. */
export function escapeHidden(json: string): string {
  return json.replaceAll(HIDDEN, (sign) =>
    sign === '\n' ? sign : Array.from({ length: sign.length }, (_, index) => toEscape(sign.charCodeAt(index))).join(''),
  );
}

function toEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
