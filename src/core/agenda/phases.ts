import type { Phase } from '../model/path.ts';
import type { PathNode, StepNode } from './learningTree.ts';

/** The steps of a month or a module, with what they come to together. */
export interface PhaseNode {
  readonly kind: 'phase';
  /** Unique in the tree: `path#phase`. */
  readonly key: string;
  readonly phase: Phase;
  readonly title: string;
  readonly words: string;
  readonly done: number;
  readonly total: number;
  readonly steps: readonly StepNode[];
}

/** What stands directly below a path: its phases, each with its steps, and the steps that belong to none. */
export function belowPath({ key, path, steps }: PathNode): readonly (PhaseNode | StepNode)[] {
  const known = new Set(path.phases?.map(({ id }) => id));
  const phases = (path.phases ?? []).flatMap((phase): PhaseNode[] => {
    const own = steps.filter(({ step }) => step.phase === phase.id);
    return own.length > 0 ? [phaseNode(key, phase, own)] : [];
  });
  const free = steps.filter(({ step }) => step.phase === undefined || !known.has(step.phase));
  return [...phases, ...free];
}

function phaseNode(path: string, phase: Phase, steps: readonly StepNode[]): PhaseNode {
  const done = steps.reduce((sum, step) => sum + step.done, 0);
  const total = steps.reduce((sum, step) => sum + step.total, 0);
  const words = total === 0 ? 'planned, not built yet' : `${done} of ${total} done`;
  return { kind: 'phase', key: `${path}#${phase.id}`, phase, title: phase.title, words, done, total, steps };
}
