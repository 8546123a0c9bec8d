import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { TextRange } from '../problem.ts';

/**
 * The place of the value (or, with `key`, of the key) at a path such as `['authors', '0']`; the nearest one above when
 * it is absent, `nearest` when there is none.
 */
export function placeInYaml(
  root: unknown,
  path: readonly string[],
  part: 'key' | 'value',
  { rangeOf, nearest }: { rangeOf: (node: unknown) => TextRange | undefined; nearest: TextRange },
): TextRange {
  let node = root;
  let found = nearest;
  for (const [index, step] of path.entries()) {
    if (isMap(node)) {
      const pair = (node.items as Pair<Node, Node | null>[]).find(
        ({ key }) => isScalar(key) && String(key.value) === step,
      );
      if (!pair) return found;
      const isWanted = index === path.length - 1 && part === 'key';
      found = rangeOf(isWanted ? pair.key : pair.value) ?? rangeOf(pair.key) ?? found;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      found = rangeOf(node) ?? found;
    } else return found;
  }
  return found;
}
