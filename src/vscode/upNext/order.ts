import type { TreeDragAndDropController } from 'vscode';
import { agenda, moveInPlan, putFirstInPlan, shiftInPlan, type PlanNode } from '../../core/agenda/agenda.ts';
import { HumanError } from '../../core/errors.ts';
import { itemsOf } from '../../core/progress/fold.ts';
import type { ItemNode } from '../../core/agenda/learningTree.ts';
import { dragItems, droppedItems, itemMime } from '../rows/itemDrag.ts';
import type { Services } from '../services.ts';
import type { PlannedItem, RowNode } from './rows.ts';

/** Dragging within the plan, or from the tree of the paths into it, makes the order the learner's own. */
export function orderByDragging(services: Services): TreeDragAndDropController<RowNode> {
  return {
    ...dragItems<RowNode>((row) => (row.kind === 'item' ? row : undefined)),
    dropMimeTypes: [itemMime],
    async handleDrop(target, transfer) {
      const ids = await droppedItems(transfer);
      const plan = target ? planOf(services, target) : plansNow(services)[0];
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

/** The same by keys: one up, one down. */
export async function shift(services: Services, row: PlannedItem, by: -1 | 1): Promise<void> {
  const plan = requirePlan(services, row.plan.path.key);
  await record(services, plan, shiftInPlan(plan, row.item.id, by));
}

/** "Do This Next", in either tree. */
export async function putFirst(services: Services, row: PlannedItem | ItemNode): Promise<void> {
  const [path = ''] = 'plan' in row ? [row.plan.path.key] : row.key.split('/');
  const plan = requirePlan(services, path);
  await record(services, plan, putFirstInPlan(plan, row.item.id));
}

/** Back to the path's order: that of one plan, or of the first that has an order of the learner's own. */
export async function restoreOrder(services: Services, row: PlanNode | undefined): Promise<void> {
  const plan = row ? planOf(services, row) : plansNow(services).find(({ own }) => own.length > 0);
  if (plan) await record(services, plan, []);
}

/** The plans by the log as it is now: the tree may still show the ones before. */
function plansNow({ progress }: Services): readonly PlanNode[] {
  return agenda(progress.catalog, progress.state, []).plans;
}

function planOf(services: Services, row: RowNode): PlanNode | undefined {
  if (row.kind !== 'plan' && row.kind !== 'item') return undefined;
  return requirePlan(services, row.kind === 'plan' ? row.path.key : row.plan.path.key);
}

function requirePlan(services: Services, path: string): PlanNode {
  const plan = plansNow(services).find((each) => each.path.key === path);
  if (plan) return plan;
  throw new HumanError('That path is not taken up.', { next: 'Take it up first, with “Take Up Path…”.' });
}

const firstOf = (plan: PlanNode) => plan.items[0]?.item.id;

/** Nothing is written where nothing moves. */
async function record({ progress }: Services, plan: PlanNode, items: readonly string[]): Promise<void> {
  if (JSON.stringify(items) === JSON.stringify(plan.own)) return;
  await progress.append([{ type: 'plan.ordered', path: plan.path.path.id, items }]);
}
