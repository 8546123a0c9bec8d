import type { Clock } from '../ports.ts';
import type { RunEvent } from './event.ts';
import { judgeRun } from './judge.ts';
import type { Observation } from './observation.ts';
import type { TestPart } from './runner.ts';

/** Passes on what happens in a run while it goes on, and ends with the verdict. */
export async function* reportRun(
  parts: readonly TestPart[],
  observations: AsyncIterable<Observation>,
  clock: Clock,
): AsyncIterable<RunEvent> {
  const started = clock();
  const seen: Observation[] = [];
  for await (const observation of observations) {
    if (observation.kind !== 'output' && observation.kind !== 'covered') seen.push(observation);
    const isNews = observation.kind === 'test-started' || observation.kind === 'test-finished';
    if (isNews || observation.kind === 'output' || observation.kind === 'covered') yield observation;
  }
  const result = judgeRun(parts, seen, clock() - started);
  const reported = seen.filter(({ kind }) => kind === 'test-finished').length;
  for (const test of result.tests.slice(reported)) yield { kind: 'test-finished', test };
  yield { kind: 'finished', result };
}
