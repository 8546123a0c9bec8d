import { fileURLToPath } from 'node:url';
import type { RunEvent, RunResult } from '../../src/core/runs/event.ts';
import type { TestJob } from '../../src/core/runs/runner.ts';
import { createTestRunner, type NodeTestRunner } from '../../src/node/testRunner.ts';

/** The folder with the bundles of this build, wherever it was made. */
export const dist = fileURLToPath(import.meta.url.replace(/\/out\/test\/.*$/, '/dist'));

/** A runner as the desktop and the command line have it; dispose it after the suite. */
export function realRunner(): NodeTestRunner {
  return createTestRunner({ dist });
}

/** The last word of a run, and what was told on the way. */
export async function finish(events: AsyncIterable<RunEvent>): Promise<RunResult & { readonly events: RunEvent[] }> {
  const seen: RunEvent[] = [];
  for await (const event of events) seen.push(event);
  const last = seen.at(-1);
  if (last?.kind !== 'finished') throw new Error('The run did not finish.');
  return { ...last.result, events: seen };
}

/** Limits that a busy machine keeps: no verdict of a test may depend on the machine's speed. */
export const patient = { testMs: 60_000, totalMs: 120_000 };
/** For code that never ends: the sooner it is stopped the better, and it is stopped whatever the machine does. */
export const impatient = { testMs: 700, totalMs: 60_000 };

export type { TestJob };
