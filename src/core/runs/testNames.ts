/** Joins the suites of a test's full name. */
export const suiteSeparator = ' > ';

/** A suite, or a test: one without children. `name` is the full one. */
export interface TestNode {
  readonly name: string;
  readonly title: string;
  readonly children: readonly TestNode[];
}

/** Full names as the tree of suites they stand for, in the order they first appear. */
export function nestTests(names: readonly string[]): readonly TestNode[] {
  return nest(
    names.map((name) => name.split(suiteSeparator)),
    [],
  );
}

function nest(rows: readonly (readonly string[])[], above: readonly string[]): readonly TestNode[] {
  const depth = above.length;
  const titles = [...new Set(rows.flatMap((row) => (row.length > depth ? [row[depth]!] : [])))];
  return titles.map((title) => {
    const path = [...above, title];
    const inside = rows.filter((row) => row[depth] === title && row.length > depth + 1);
    return { name: path.join(suiteSeparator), title, children: nest(inside, path) };
  });
}
