import { isPart, REFERENCES, type Part, type Parts } from './parts.ts';

/** References that one check of a document may follow. Profiles that people write follow some dozens. */
const MOST = 5000;
/** Parts within parts, references followed; nobody needs more, and each takes its share of the stack. */
const DEEPEST = 500;

const DEFINITIONS = ['$defs', 'definitions'];
/** Below these, a key is a name that the author chose. */
const NAMING = [...DEFINITIONS, 'properties', 'patternProperties', 'dependentSchemas'];

/**
 * The places where references stand for too many others: of forty parts, each asking the one below it twice, the last
 * would be asked a million million times. Only the innermost such places are told: each counts as one reference for the
 * parts around it. A tree's way back to itself counts as none, for it goes only as deep as the document does.
 */
export function findBombs({ places, resolve }: Parts): readonly (readonly string[])[] {
  const bombs: (readonly string[])[] = [];
  const counted = new Map<Part, number>();
  const open = new Set<Part>();

  /** How many references are followed from here. */
  function count(part: unknown): number {
    if (!isPart(part) || open.has(part)) return 0;
    const known = counted.get(part);
    if (known !== undefined) return known;
    if (open.size > DEEPEST) return MOST + 1;
    open.add(part);
    const place = places.get(part) ?? [];
    const isSchema = !NAMING.includes(place.at(-1) ?? '');
    let sum = 0;
    for (const [key, value] of Object.entries(part)) {
      const isReference = REFERENCES.includes(key) && typeof value === 'string';
      const followed = isReference ? 1 + count(resolve(value)) : count(value);
      // What is defined is asked only where it is referred to.
      if (!(isSchema && DEFINITIONS.includes(key))) sum += followed;
      if (sum <= MOST) continue;
      bombs.push([...place, key]);
      sum = 1;
    }
    open.delete(part);
    counted.set(part, sum);
    return sum;
  }

  const [root] = places.keys();
  count(root);
  return bombs;
}
