/**
 * What a record holds under a name that somebody else chose: a file of a workspace, or a profile. Every object has a
 * `toString` and a `__proto__` from elsewhere, which no record means.
 */
export function lookUp<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
