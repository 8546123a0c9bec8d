/** What can be sent and stored: plain data, as JSON has it. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** A deep copy, so that two nodes never share an object. Throws when something is not plain data. */
export function copy<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error('Only plain data can be sent and stored, and this is not: ' + String(value));
  return JSON.parse(text) as Value;
}

/** Plain data in one line, with sorted keys: the same text in every language. */
export function print(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(print).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record).filter((key) => record[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${print(record[key])}`)
    .join(',')}}`;
}
