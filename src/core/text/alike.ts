/** Whether two names are read as the same: by their letters and digits alone, in any case, width and accent. */
export function isReadAlike(one: string, other: string): boolean {
  return toLetters(one) === toLetters(other);
}

const toLetters = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
