/**
 * A key that an object of this JSON text has twice, if one has. Readers differ in which of the two they take, so that
 * one could be shown and the other be signed. The text must be JSON.
 */
export function findRepeatedKey(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [token, isKey] of tokensOf(text)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (isKey) {
      const key = JSON.parse(token) as string;
      if (open.at(-1)!.has(key)) return key;
      open.at(-1)!.add(key);
    }
  }
  return undefined;
}

/** Brackets, and texts with whether a colon follows. What a text holds is no bracket. */
function* tokensOf(text: string): Generator<readonly [string, boolean]> {
  for (const [, token = '', colon] of text.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*"|[{}])\s*(:)?/g))
    yield [token, colon !== undefined];
}
