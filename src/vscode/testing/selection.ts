import type { TestItem, TestRunRequest } from 'vscode';
import type { Stage } from '../../core/model/kata.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import { descendants, type TestTree } from './testTree.ts';

/** What a request asks of one kata. */
export interface Selection {
  readonly started: StartedKata;
  /** These stages, in the kata's order; undefined means the kata as a whole, see `stagesToRun`. */
  readonly stages: readonly Stage[] | undefined;
  /** Whether the person asked to see the result of this row. */
  isWanted(item: TestItem): boolean;
}

/**
 * Reads a request of the Testing view. One test cannot be graded alone: its stage is, as a whole, and only the tests asked
 * for are reported. So a single test that passes never completes anything that its stage does not.
 */
export function readRequest(
  request: TestRunRequest,
  all: Iterable<[string, TestItem]>,
  tree: TestTree,
): readonly Selection[] {
  const excluded = new Set((request.exclude ?? []).flatMap((item) => [item, ...descendants(item)]));
  const roots = request.include ?? [...all].map(([, item]) => item);
  const asked = new Map<string, { started: StartedKata; whole: boolean; stages: Set<Stage>; items: Set<TestItem> }>();
  for (const root of roots) {
    for (const item of [root, ...descendants(root)]) {
      const target = tree.targetOf(item);
      if (!target || target.kind === 'path' || excluded.has(item)) continue;
      const key = target.started.uri.toString();
      const entry = asked.get(key) ?? { started: target.started, whole: false, stages: new Set(), items: new Set() };
      asked.set(key, entry);
      entry.items.add(item);
      if (target.kind === 'kata') entry.whole = true;
      else entry.stages.add(target.stage);
    }
  }
  return [...asked.values()].map(({ started, whole, stages, items }) => {
    const left = started.kata.manifest.stages.filter((stage) => stages.has(stage));
    const hasAll = whole && left.length === started.kata.manifest.stages.length;
    return {
      started,
      stages: hasAll ? undefined : left,
      // A row that appears during the run, a test the learner wrote, belongs to whoever asked for its parent.
      isWanted: (item) => items.has(item) || (!excluded.has(item) && hasAbove(item, items)),
    };
  });
}

function hasAbove(item: TestItem, items: ReadonlySet<TestItem>): boolean {
  for (let above = item.parent; above; above = above.parent) if (items.has(above)) return true;
  return false;
}
