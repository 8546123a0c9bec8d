import { readPointer } from '../../text/json.ts';

type Part = Readonly<Record<string, unknown>>;

/** References in a row; nobody needs more, and each takes its share of the stack. */
const LONGEST = 100;

/**
 * The places of references that lead back to where they stand without a step into the document: a check by
 * `{ "$ref": "#" }` would never come to an end. A tree whose children are trees is none of them.
 */
export function findCircles(schema: Part): readonly (readonly string[])[] {
  const places = new Map(partsOf(schema, []));
  const anchors = new Map<unknown, Part>();
  for (const part of places.keys()) for (const name of [part.$anchor, part.$dynamicAnchor]) anchors.set(name, part);
  const resolve = (reference: string) =>
    /^#(?:\/|$)/.test(reference) ? follow(schema, reference.slice(1)) : anchors.get(reference.slice(1));
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

const REFERENCES = ['$ref', '$dynamicRef'];

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

function* partsOf(value: unknown, path: readonly string[]): Iterable<[Part, readonly string[]]> {
  if (!isPart(value)) return;
  yield [value, path];
  for (const [key, child] of Object.entries(value)) yield* partsOf(child, [...path, key]);
}

/** The schemas that are asked about the very same words of a document. */
function alternativesOf({ allOf, anyOf, oneOf, not, if: condition, then, else: other, dependentSchemas }: Part) {
  return [allOf, anyOf, oneOf, dependentSchemas, [not, condition, then, other]].flatMap((parts) =>
    isPart(parts) ? Object.values(parts) : [],
  );
}

function follow(schema: Part, pointer: string): unknown {
  let found: unknown = schema;
  for (const step of readPointer(pointer)) found = isPart(found) ? found[decode(step)] : undefined;
  return found;
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
