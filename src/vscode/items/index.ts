import { Disposable, window } from 'vscode';
import { HumanError } from '../../core/errors.ts';
import { learningTree, type ItemNode } from '../../core/agenda/learningTree.ts';
import { eventsOfItem } from '../../core/progress/eventsOfItem.ts';
import { isTicked } from '../../core/agenda/proofWords.ts';
import { askForText, askToPick } from '../shared/ask.ts';
import type { Services } from '../services.ts';
import { askNote } from '../rows/tickItems.ts';
import { openItem } from './openItem.ts';

/** What a command gets: the row it was chosen on; from the palette, nothing. */
type ItemArgument = ItemNode | undefined;

/** Commands on the items of a path, whichever view shows them. */
export function registerItems(services: Services): Disposable {
  const { registerCommand } = services;
  const onItem = (
    id: string,
    { title, fits, act }: { title: string; fits(node: ItemNode): boolean; act(node: ItemNode): Promise<void> },
  ) =>
    registerCommand(id, async (argument: ItemArgument) => {
      const node = argument?.kind === 'item' ? argument : await pickItem(services, title, fits);
      if (node) await act(node);
    });
  return Disposable.from(
    registerCommand('katapath.openItem', (node: ItemNode) => openItem(services, node)),
    onItem('katapath.completeItem', {
      title: 'Done, with a Note',
      fits: isTickable,
      act: (node) => complete(services, node),
    }),
    onItem('katapath.skipItem', { title: 'Skip with Reason', fits: isOpen, act: (node) => skip(services, node) }),
    onItem('katapath.reopenItem', { title: 'Reopen', fits: isSaid, act: (node) => reopen(services, node) }),
    onItem('katapath.resetItem', { title: 'Reset Progress', fits: isTouched, act: (node) => reset(services, node) }),
  );
}

const isOpen = ({ state }: ItemNode) => state === 'not-started' || state === 'in-progress';
const isTickable = (node: ItemNode) => isTicked(node.item) && isOpen(node);
const isSaid = (node: ItemNode) => node.state === 'skipped' || (node.state === 'done' && isTicked(node.item));
const isTouched = ({ state }: ItemNode) => state !== 'not-started' && state !== 'planned';

async function pickItem(
  { catalog, progress }: Services,
  title: string,
  fits: (node: ItemNode) => boolean,
): Promise<ItemNode | undefined> {
  const { paths } = learningTree(catalog, progress.state);
  const rows = paths.flatMap(({ title: path, steps, resources }) =>
    [...steps.flatMap(({ items }) => items), ...resources]
      .filter(fits)
      .map((node) => ({ label: node.title, description: `${path} · ${node.words}`, node })),
  );
  if (rows.length === 0)
    throw new HumanError('There is no item for that now.', {
      next: 'The view “Learning paths” shows how far each is.',
    });
  return (await askToPick(rows, { title, matchOnDescription: true }))?.node;
}

/** A tick with what the person took from it. */
async function complete({ progress }: Services, { item, title }: ItemNode): Promise<void> {
  const note = await askNote({ item, title });
  if (note === undefined) return;
  await progress.append([{ type: 'item.completed', item: item.id, ...(note && { note }) }]);
}

async function skip({ progress }: Services, { item, title }: ItemNode): Promise<void> {
  const reason = await askForText({
    title: `Skip “${title}”`,
    prompt: 'Why does it not concern you? Skipped items are shown and do not count.',
    validateInput: (value) => (value.trim() ? undefined : 'Say why: whoever reads your progress will ask.'),
  });
  if (reason === undefined) return;
  await progress.append([{ type: 'item.skipped', item: item.id, reason: reason.trim() }]);
}

async function reopen({ progress }: Services, { item }: ItemNode): Promise<void> {
  await progress.append([{ type: 'item.reopened', item: item.id }]);
}

/** Takes back what the log holds of an item. Nothing is deleted: the same can be taken back again, now or later. */
async function reset({ catalog, progress }: Services, { item, title }: ItemNode): Promise<void> {
  const hashes = eventsOfItem(item, progress.events, catalog);
  if (hashes.length === 0) return;
  const [revoke] = await progress.append([{ type: 'revoke', hashes, reason: 'reset' }]);
  const choice = await window.showInformationMessage(
    `“${title}” starts over. Your files are untouched, and nothing of the log is lost.`,
    'Undo',
  );
  if (choice) await progress.append([{ type: 'revoke', hashes: [revoke!.h], reason: 'undo' }]);
}
