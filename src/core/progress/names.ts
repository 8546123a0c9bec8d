import type { Catalog } from '../model/catalog.ts';

/** Finds the present name of an item or kata that an old event names by an earlier one. */
export interface Names {
  item(id: string): string;
  kata(id: string): string;
}

/** Ids are permanent; where one had to change, the old one stands in the item's `aliases`. */
export function namesOf(catalog: Catalog): Names {
  let names = known.get(catalog);
  if (!names) known.set(catalog, (names = readNames(catalog)));
  return names;
}

/** A catalog never changes; it is asked for its names at every event. */
const known = new WeakMap<Catalog, Names>();

function readNames(catalog: Catalog): Names {
  const items = new Map<string, string>();
  const katas = new Map<string, string>();
  for (const path of catalog.paths) {
    for (const item of [...path.steps.flatMap((step) => step.items), ...path.resources]) {
      for (const alias of item.aliases ?? []) {
        items.set(alias, item.id);
        if (item.kata !== undefined) katas.set(alias, item.kata);
      }
    }
  }
  return { item: (id) => items.get(id) ?? id, kata: (id) => katas.get(id) ?? id };
}
