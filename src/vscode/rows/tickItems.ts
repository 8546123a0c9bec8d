import type { NewEvent } from '../../core/model/event.ts';
import { isAnswer } from '../../core/agenda/answer.ts';
import type { ItemNode } from '../../core/agenda/learningTree.ts';
import { askForText } from '../shared/ask.ts';
import type { Services } from '../services.ts';

/**
 * Records ticked and unticked boxes. An item that asks something is done when it is answered: the box opens the
 * question, and stays empty when the person leaves it unanswered.
 */
export async function tickItems(
  { progress }: Pick<Services, 'progress'>,
  ticks: readonly (readonly [ItemNode, boolean])[],
): Promise<void> {
  const events: NewEvent[] = [];
  for (const [node, isTicked] of ticks) {
    if (!isTicked) events.push({ type: 'item.reopened', item: node.item.id });
    else if (!node.item.asks) events.push({ type: 'item.completed', item: node.item.id });
    else {
      const note = await askNote(node);
      if (note) events.push({ type: 'item.completed', item: node.item.id, note });
    }
  }
  await progress.append(events);
}

/** The answer to an item's question, or a note on it; undefined when the person turned away. */
export async function askNote({ item, title }: Pick<ItemNode, 'item' | 'title'>): Promise<string | undefined> {
  const note = await askForText({
    title,
    prompt: item.asks ?? 'What do you take from it? A sentence your later self will understand. It may stay empty.',
    ...(item.asks && {
      validateInput: (text: string) => (isAnswer(text) ? undefined : 'Answer in a sentence: that is what closes it.'),
    }),
  });
  return note?.trim();
}
