import type { NewEvent } from './event.ts';
import type { ItemNode } from './learningTree.ts';

/** What ticking and unticking boxes appends. */
export function tickEvents(ticks: readonly (readonly [ItemNode, boolean])[]): readonly NewEvent[] {
  return ticks.map(([{ item }, isTicked]) =>
    isTicked ? { type: 'item.completed', item: item.id } : { type: 'item.reopened', item: item.id },
  );
}
