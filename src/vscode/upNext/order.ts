import type { TreeDragAndDropController } from 'vscode';
import { moveInPlan, shiftInPlan, type PlanNode } from '../../core/progress/agenda.ts';
import { HumanError } from '../../core/errors.ts';
import { itemsOf } from '../../core/progress/fold.ts';
import { dragItems, droppedItems, itemMime } from '../itemDrag.ts';
import type { Services } from '../services.ts';
import type { PlannedItem, RowNode } from './rows.ts';

/** Dragging within the plan, or from the tree of the paths into it, makes the order the learner's own. */
export function orderByDragging(
  services: Services,
  plans: () => readonly PlanNode[],
): TreeDragAndDropController<RowNode> {
  return {
    ...dragItems<RowNode>((row) => (row.kind === 'item' ? row : undefined)),
    dropMimeTypes: [itemMime],
    async handleDrop(target, transfer) {
      const ids = await droppedItems(transfer);
      const plan = target ? planOf(target) : plans()[0];
      if (!plan || ids.length === 0) return;
      const own = new Set(itemsOf(plan.path.path).map(({ id }) => id));
      const moved = ids.filter((id) => own.has(id));
      if (moved.length === 0)
        throw new HumanError(`That is not part of “${plan.title}”.`, { next: 'Drop it on the plan of its own path.' });
      const before = target?.kind === 'item' ? target.item.id : undefined;
      await record(services, plan, moveInPlan(plan, moved, target?.kind === 'plan' ? firstOf(plan) : before));
    },
  };
}

/** The same by keys: one up, one down, to the top. */
export async function shift(services: Services, row: PlannedItem, by: -1 | 1): Promise<void> {
  await record(services, row.plan, shiftInPlan(row.plan, row.item.id, by));
}

export async function putFirst(services: Services, plan: PlanNode, id: string): Promise<void> {
  const before = plan.items.find(({ item }) => item.id !== id)?.item.id;
  await record(services, plan, moveInPlan(plan, [id], before));
}

export async function restoreOrder(services: Services, plan: PlanNode): Promise<void> {
  await record(services, plan, []);
}

function planOf(row: RowNode): PlanNode | undefined {
  if (row.kind === 'plan') return row;
  return row.kind === 'item' ? row.plan : undefined;
}

const firstOf = (plan: PlanNode) => plan.items[0]?.item.id;

async function record({ progress }: Services, plan: PlanNode, items: readonly string[]): Promise<void> {
  await progress.append([{ type: 'plan.ordered', path: plan.path.path.id, items }]);
}
