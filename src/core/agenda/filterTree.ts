import type { ItemNode, LearningTree, PathNode, StepNode } from './learningTree.ts';

/**
 * The tree with only what a person asked for. Every word must be said by the item: in its title, kind, words, its
 * kata's topics, or in the titles of its step and path; `open` finds whatever is neither done nor left out.
 */
export function filterTree(
  paths: readonly PathNode[],
  query: string,
  topicsOf: (item: ItemNode) => readonly string[],
): LearningTree['paths'] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return paths;
  const matches = (node: ItemNode, place: string) => {
    const text =
      `${node.title} ${node.item.kind} ${node.words} ${isOpen(node) ? 'open' : ''} ${topicsOf(node).join(' ')} ${place}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return paths.flatMap((path) => {
    const steps = path.steps.flatMap((step): StepNode[] => {
      const items = step.items.filter((item) => matches(item, `${step.title} ${path.title}`));
      return items.length > 0 ? [{ ...step, items }] : [];
    });
    const resources = path.resources.filter((item) => matches(item, `resources ${path.title}`));
    return steps.length + resources.length > 0 ? [{ ...path, steps, resources }] : [];
  });
}

const isOpen = ({ state }: ItemNode) => state === 'not-started' || state === 'in-progress';

/** How many items a tree shows. */
export function countItems(paths: readonly PathNode[]): number {
  return paths.reduce(
    (sum, { steps, resources }) => sum + resources.length + steps.reduce((all, { items }) => all + items.length, 0),
    0,
  );
}
