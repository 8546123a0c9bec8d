import { isPart, REFERENCES, type Part, type Parts } from './parts.ts';

/** References in a row; nobody needs more, and each takes its share of the stack. */
const LONGEST = 100;

/**
 * The places of references that lead back to where they stand without a step into the document: a check by
 * `{ "$ref": "#" }` would never come to an end. A tree whose children are trees is none of them.
 */
export function findCircles({ places, resolve }: Parts): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = [];
  const open = new Set<Part>();
  const closed = new Set<Part>();

  /** Goes on from a part that the reference at `place`, if any, has led to. */
  function visit(part: unknown, place?: readonly string[]): void {
    if (!isPart(part) || closed.has(part)) return;
    if (open.has(part) || open.size > LONGEST) {
      if (place) circles.push(place);
      return;
    }
    open.add(part);
    for (const key of REFERENCES) {
      const reference = part[key];
      if (typeof reference === 'string') visit(resolve(reference), [...(places.get(part) ?? []), key]);
    }
    for (const other of alternativesOf(part)) visit(other, place);
    open.delete(part);
    closed.add(part);
  }

  for (const part of places.keys()) visit(part);
  return circles;
}

/** The schemas that are asked about the very same words of a document. */
function alternativesOf({ allOf, anyOf, oneOf, not, if: condition, then, else: other, dependentSchemas }: Part) {
  return [allOf, anyOf, oneOf, dependentSchemas, [not, condition, then, other]].flatMap((parts) =>
    isPart(parts) ? Object.values(parts) : [],
  );
}
