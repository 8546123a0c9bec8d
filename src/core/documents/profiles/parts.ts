import { readPointer } from '../../text/json.ts';

/** A part of a schema: an object or a list of it. */
export type Part = Readonly<Record<string, unknown>>;

export const REFERENCES = ['$ref', '$dynamicRef'];

export const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

/** A schema's parts, each with its place, and what its references lead to. */
export interface Parts {
  readonly places: ReadonlyMap<Part, readonly string[]>;
  resolve(reference: string): unknown;
}

export function readParts(schema: Part): Parts {
  const places = new Map(partsOf(schema, []));
  const anchors = new Map<unknown, Part>();
  for (const part of places.keys()) for (const name of [part.$anchor, part.$dynamicAnchor]) anchors.set(name, part);
  return {
    places,
    resolve: (reference) =>
      /^#(?:\/|$)/.test(reference) ? follow(schema, reference.slice(1)) : anchors.get(reference.slice(1)),
  };
}

function* partsOf(value: unknown, path: readonly string[]): Iterable<[Part, readonly string[]]> {
  if (!isPart(value)) return;
  yield [value, path];
  for (const [key, child] of Object.entries(value)) yield* partsOf(child, [...path, key]);
}

function follow(schema: Part, pointer: string): unknown {
  let found: unknown = schema;
  for (const step of readPointer(pointer)) {
    const name = decode(step);
    found = isPart(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  }
  return found;
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
