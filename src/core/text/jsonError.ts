/**
 * Where a text stops being JSON; -1 when it never does. `JSON.parse` says so only in some engines and for some errors.
 * Nesting deeper than 500 counts as an error, so that no stack overflows.
 */
export function findJsonError(text: string): number {
  let at = 0;

  const skipSpace = () => {
    while (/[ \t\r\n]/.test(text[at] ?? '')) at++;
  };
  const take = (token: RegExp) => {
    token.lastIndex = at;
    if (!token.test(text)) return false;
    at = token.lastIndex;
    return true;
  };
  const takeList = (close: string, takeEntry: () => boolean): boolean => {
    at++;
    skipSpace();
    if (text[at] === close) return Boolean(++at);
    for (;;) {
      if (!takeEntry()) return false;
      skipSpace();
      if (text[at] === close) return Boolean(++at);
      if (text[at] !== ',') return false;
      at++;
    }
  };
  const takeValue = (depth: number): boolean => {
    skipSpace();
    if (depth > 500) return false;
    if (text[at] === '[') return takeList(']', () => takeValue(depth + 1));
    if (text[at] === '{')
      return takeList('}', () => {
        skipSpace();
        if (!take(STRING)) return false;
        skipSpace();
        return text[at] === ':' && Boolean(++at) && takeValue(depth + 1);
      });
    return take(STRING) || take(LITERAL);
  };

  if (!takeValue(0)) return at;
  skipSpace();
  return at < text.length ? at : -1;
}

const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;
const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\w.])/y;
