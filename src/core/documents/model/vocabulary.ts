import vocabulary from '../../../../schemas/documents/vocabulary.json';

/** What a header line says: `Status: …`, `Owner: …`. */
export type Field = keyof typeof vocabulary.fields;

/** Where a document stands, whatever word or language its author used. */
export type StatusMeaning = keyof typeof vocabulary.statuses;

/** Every spelling of a heading, by the key profiles use for it (`alternatives`, `revisit`, …). */
export const headingSpellings: Readonly<Record<string, readonly string[]>> = vocabulary.headings;

const headings = new Set(Object.values(vocabulary.headings).flat());
const fields = invert(vocabulary.fields);
const statuses = invert(vocabulary.statuses);
const longestStatus = Math.max(...[...statuses.keys()].map((spelling) => spelling.split(' ').length));

/** Whether a heading's name (see `toName`) is one that sections of design documents have. */
export function isKnownHeading(name: string): boolean {
  return headings.has(name);
}

/** A heading in its other number: `solutions` for `solution`, and the other way round. */
export function otherNumber(name: string): string {
  return name.endsWith('s') ? name.slice(0, -1) : `${name}s`;
}

/** The field of a label in any spelling; `label` is in lower case. */
export function toField(label: string): Field | undefined {
  return fields.get(label) ?? fields.get(label.replaceAll('_', ' ').replaceAll('-', ' '));
}

/** The known status at the start of some words, and how many of the words name it. */
export function readStatus(words: readonly string[]): { meaning: StatusMeaning; count: number } | undefined {
  for (let count = Math.min(longestStatus, words.length); count > 0; count--) {
    const meaning = statuses.get(words.slice(0, count).join(' '));
    if (meaning) return { meaning, count };
  }
  return undefined;
}

/** What a status in any spelling means; `status` is in lower case. */
export function meaningOf(status: string): StatusMeaning | undefined {
  return statuses.get(status);
}

/** Every word a status can be written with. */
export function statusSpellings(): readonly string[] {
  return [...statuses.keys()];
}

function invert<Key extends string>(table: Record<Key, readonly string[]>): Map<string, Key> {
  const inverted = new Map<string, Key>();
  for (const key of Object.keys(table) as Key[])
    for (const spelling of table[key]) if (!inverted.has(spelling)) inverted.set(spelling, key);
  return inverted;
}
