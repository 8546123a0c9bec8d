import type { Catalog } from '../model/catalog.ts';
import type { Item } from '../model/path.ts';
import { learningTree, pathsUnderWay, type ItemNode, type PathNode } from './learningTree.ts';
import type { ProgressState } from '../progress/state.ts';
import { orderWaiting } from './upNext.ts';

/** A solved kata that comes back, or a practice whose period has begun. */
export type DueNode = DueReview | DuePractice;

export interface DueReview {
  readonly kind: 'review';
  readonly key: string;
  readonly kata: string;
  readonly title: string;
  readonly words: string;
  /** Under way: the starter is back, the old answer out of sight. */
  readonly isStarted: boolean;
}

export interface DuePractice {
  readonly kind: 'practice';
  readonly key: string;
  readonly item: Item;
  readonly period: string;
  readonly title: string;
  readonly words: string;
}

/** What waits in one path, in the order to do it. */
export interface PlanNode {
  readonly kind: 'plan';
  readonly key: string;
  readonly path: PathNode;
  readonly title: string;
  readonly words: string;
  /** Items the learner put in an order of their own, the ones not shown included; empty while the path's order holds. */
  readonly own: readonly string[];
  /** The first of them. */
  readonly items: readonly ItemNode[];
  /** How many wait altogether. */
  readonly waiting: number;
}

/** What to do today: what fell due, then the next things of every path taken up. */
export interface Agenda {
  readonly due: readonly DueNode[];
  readonly plans: readonly PlanNode[];
}

/** Enough to see where it goes; the rest is in the tree of the path. */
const SHOWN = 8;

/** `due` in the order to show it, and a plan for each path that is under way. */
export function agenda(catalog: Catalog, state: ProgressState, due: readonly DueNode[]): Agenda {
  const underWay = pathsUnderWay(learningTree(catalog, state).paths, state);
  return { due, plans: underWay.map((path) => planNode(path, state)).filter(({ waiting }) => waiting > 0) };
}

function planNode(path: PathNode, state: ProgressState): PlanNode {
  const waiting = orderWaiting(path.path, state.paths.get(path.path.id)!, state);
  const nodes = new Map(path.steps.flatMap((step) => step.items.map((item) => [item.key, item])));
  return {
    kind: 'plan',
    key: `plan:${path.path.id}`,
    path,
    title: path.title,
    words: waiting.length > SHOWN ? `next ${SHOWN} of ${waiting.length}` : `${waiting.length} to do`,
    own: state.plans.get(path.path.id)?.order ?? [],
    items: waiting.slice(0, SHOWN).map((key) => nodes.get(key)!),
    waiting: waiting.length,
  };
}

/**
 * The learner's order after moving items before another one, or to the end of those shown; before one that moves itself
 * is before the next one that does not. Everything above where they land is named too, so that what the person sees is
 * what stays.
 */
export function moveInPlan(plan: PlanNode, moved: readonly string[], before: string | undefined): readonly string[] {
  const shown = plan.items.map(({ item }) => item.id);
  const rest = shown.filter((id) => !moved.includes(id));
  const from = before === undefined ? -1 : shown.indexOf(before);
  const anchor = from < 0 ? undefined : shown.slice(from).find((id) => !moved.includes(id));
  const index = anchor === undefined ? rest.length : rest.indexOf(anchor);
  const order = [...rest.slice(0, index), ...moved, ...rest.slice(index)];
  const own = new Set(plan.own);
  const named = order.findLastIndex((id) => own.has(id)) + 1;
  return [
    ...order.slice(0, Math.max(named, index + moved.length)),
    ...plan.own.filter((id) => !shown.includes(id) && !moved.includes(id)),
  ];
}

/** One step towards the top (-1) or the bottom (+1): the same as dragging, for those who use keys. */
export function shiftInPlan(plan: PlanNode, id: string, by: -1 | 1): readonly string[] {
  const shown = plan.items.map(({ item }) => item.id);
  const place = shown.indexOf(id);
  const neighbour = place < 0 ? undefined : shown[place + by];
  if (neighbour === undefined) return plan.own;
  return moveInPlan(plan, [id], by < 0 ? neighbour : shown[place + 2]);
}

/** Before everything else, where it stays even when something else is begun. */
export function putFirstInPlan(plan: PlanNode, id: string): readonly string[] {
  return moveInPlan(plan, [id], plan.items[0]?.item.id);
}
