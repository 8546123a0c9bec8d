import type { Catalog } from '../model/catalog.ts';
import type { Item, LearningPath, Step } from '../model/path.ts';
import { hasBegun } from '../progress/pathProgress.ts';
import type {
  ItemProgress,
  ItemState,
  PathProgress,
  ProgressState,
  StepProgress,
  StepState,
} from '../progress/state.ts';
import { findUpNext } from './upNext.ts';
import { itemWords, pathWords, stepWords } from './words.ts';

/** An item in its place; one that stands in two steps has a node in each. */
export interface ItemNode {
  readonly kind: 'item';
  /** Unique in the tree: `path/step/item`. */
  readonly key: string;
  readonly item: Item;
  readonly title: string;
  readonly state: ItemState;
  /** State for a reader: "in progress · 1 of 3 stages". Says without colour what the icon says with it. */
  readonly words: string;
  /** The one item of its path to do now. */
  readonly upNext: boolean;
  readonly progress: ItemProgress;
}

export interface StepNode {
  readonly kind: 'step';
  readonly key: string;
  readonly step: Step;
  readonly title: string;
  readonly state: StepState;
  readonly words: string;
  /** Why a locked step is locked: "Opens after “Build a distributed system”." */
  readonly reason?: string;
  readonly done: number;
  readonly total: number;
  readonly percent: number;
  /** Whether the one item of the path to do now stands here. */
  readonly hasNext: boolean;
  readonly items: readonly ItemNode[];
}

export interface PathNode {
  readonly kind: 'path';
  readonly key: string;
  readonly path: LearningPath;
  readonly title: string;
  readonly words: string;
  readonly done: number;
  readonly total: number;
  readonly percent: number;
  readonly started: boolean;
  /** Taken up by the learner, with a day its weeks are counted from. */
  readonly isFollowed: boolean;
  readonly complete: boolean;
  readonly steps: readonly StepNode[];
  readonly resources: readonly ItemNode[];
}

export type TreeNode = PathNode | StepNode | ItemNode;

export interface LearningTree {
  readonly paths: readonly PathNode[];
  /** What to do now: one item for each path taken up; the first path's when none is. */
  readonly upNext: readonly ItemNode[];
}

/**
 * The tree that the sidebar shows and `katapath status` prints. What is below a step is made when someone looks: with
 * thousands of items, few are ever in sight.
 */
export function learningTree(catalog: Catalog, state: ProgressState): LearningTree {
  const paths = catalog.paths.map((path) => pathNode(path, state));
  const upNext = pathsUnderWay(paths, state).flatMap(({ steps }) =>
    steps.filter(({ hasNext }) => hasNext).flatMap(({ items }) => items.filter((item) => item.upNext)),
  );
  return { paths, upNext };
}

/**
 * The paths to propose something from: those taken up, and those worked on beside them; the first one while there is
 * none. An item that a path shares with one taken up does not make it one that is worked on.
 */
export function pathsUnderWay(paths: readonly PathNode[], state: ProgressState): readonly PathNode[] {
  const shared = new Set<string>();
  for (const { path, isFollowed } of paths)
    if (isFollowed) for (const { items } of path.steps) for (const { id } of items) shared.add(id);
  const isOwn = ({ id }: Item) => !shared.has(id) && hasBegun(state.items.get(id)!);
  const isWorkedOn = ({ path, started }: PathNode) =>
    started && (shared.size === 0 || path.steps.some(({ items }) => items.some(isOwn)));
  const underWay = paths.filter((path) => path.isFollowed || isWorkedOn(path));
  return underWay.length > 0 ? underWay : paths.slice(0, 1);
}

function pathNode(path: LearningPath, state: ProgressState): PathNode {
  const progress = state.paths.get(path.id)!;
  const upNext = findUpNext(path, progress, state);
  let resources: readonly ItemNode[] | undefined;
  const steps = path.steps.map((step, index) => stepNode(path, step, progress.steps[index]!, state, upNext));
  return {
    kind: 'path',
    key: path.id,
    path,
    title: path.title,
    words: pathWords(progress),
    ...share(progress),
    started: progress.started,
    isFollowed: progress.plan?.starts !== undefined,
    complete: progress.complete,
    steps,
    get resources() {
      return (resources ??= path.resources.map((item) => itemNode(`${path.id}/resources`, item, state, undefined)));
    },
  };
}

function stepNode(
  path: LearningPath,
  step: Step,
  progress: StepProgress,
  state: ProgressState,
  upNext: string | undefined,
): StepNode {
  const key = `${path.id}/${step.id}`;
  let items: readonly ItemNode[] | undefined;
  const reason = progress.state === 'locked' ? lockedReason(path, progress) : undefined;
  return {
    kind: 'step',
    key,
    step,
    title: step.title,
    state: progress.state,
    words: stepWords(progress, step.required),
    ...(reason && { reason }),
    ...share(progress),
    hasNext: upNext !== undefined && upNext.startsWith(`${key}/`),
    get items() {
      return (items ??= step.items.map((item) => itemNode(key, item, state, upNext)));
    },
  };
}

function itemNode(parent: string, item: Item, state: ProgressState, upNext: string | undefined): ItemNode {
  const progress = state.items.get(item.id)!;
  const key = `${parent}/${item.id}`;
  const words = itemWords(progress);
  return { kind: 'item', key, item, title: item.title, state: progress.state, words, upNext: key === upNext, progress };
}

function lockedReason(path: LearningPath, { waitsFor }: StepProgress): string {
  const titles = waitsFor.map((id) => `“${path.steps.find((step) => step.id === id)?.title ?? id}”`);
  return `Opens after ${titles.join(' and ')}.`;
}

/** Rounded down, so that 100 % is said only when nothing is left. */
function share({ done, total }: StepProgress | PathProgress) {
  return { done, total, percent: total === 0 ? 0 : Math.floor((done / total) * 100) };
}
