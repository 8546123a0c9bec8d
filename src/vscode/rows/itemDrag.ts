import { DataTransferItem, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import type { ItemNode } from '../../core/agenda/learningTree.ts';

/** Items on their way from one of our views to another, as their ids; VS Code keeps it within this extension. */
export const itemMime = 'application/vnd.katapath.items';

/** Lets items be dragged out of a view. */
export function dragItems<T>(itemOf: (row: T) => ItemNode | undefined): TreeDragAndDropController<T> {
  return {
    dragMimeTypes: [itemMime],
    dropMimeTypes: [],
    handleDrag(rows, transfer) {
      const ids = rows.flatMap((row) => itemOf(row)?.item.id ?? []);
      if (ids.length > 0) transfer.set(itemMime, new DataTransferItem(JSON.stringify(ids)));
    },
  };
}

/**
 * The ids of the items that were dropped; none when something else was. What comes from another view comes twice, the
 * first time as an empty text.
 */
export async function droppedItems(transfer: DataTransfer): Promise<readonly string[]> {
  for (const [mime, item] of transfer) {
    const text = mime === itemMime ? await item.asString() : '';
    if (text !== '') return readIds(text);
  }
  return [];
}

function readIds(text: string): readonly string[] {
  const ids: unknown = JSON.parse(text);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
