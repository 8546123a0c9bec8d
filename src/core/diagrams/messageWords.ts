/**
 * What a message says, in few words: of plain data its kind first, then what it carries, without the brackets and
 * quotation marks for which a narrow arrow has no room. Any other text stays as it is.
 */
export function messageWords(text: string): string {
  const start = text.indexOf('{');
  const message = start < 0 ? undefined : parseObject(text.slice(start));
  if (!message) return text;
  const { kind, ...rest } = message;
  const carried = Object.entries(rest).map(([key, value]) => `${key} ${toWord(value)}`);
  const said = [...(kind === undefined ? [] : [toWord(kind)]), carried.join(', ')].join(' ').trim();
  return `${text.slice(0, start)}${said}`;
}

const toWord = (value: unknown) => (typeof value === 'string' && value !== '' ? value : JSON.stringify(value));

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
