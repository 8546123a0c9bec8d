import { judgeRun } from '../../core/runs/judge.ts';
import type { Observation } from '../../core/runs/observation.ts';
import { defaultLimits, type Files, type VariantResult, type VariantsJob } from '../../core/runs/runner.ts';
import type { Workshop } from '../workshop.ts';
import { observeInChild } from './observeInChild.ts';
import { type ChildLanguage, CompileTrouble } from './childLanguage.ts';

const done: Observation = { kind: 'ended', ending: { how: 'done' } };
const lost: Observation = { kind: 'ended', ending: { how: 'exit', code: null, signal: null } };

/**
 * Runs all variants in one child, each with fresh modules. When one hangs or takes the process down, it gets its verdict
 * and a new child goes on with the next. Variants that cannot be translated come first.
 */
export async function* runVariantsInChild(
  child: ChildLanguage,
  job: VariantsJob,
  workshop: Workshop,
): AsyncIterable<VariantResult> {
  const parts = job.tests.map((file) => ({ stage: '', file }));
  let began = Date.now();
  const conclude = (id: string, observations: readonly Observation[]): VariantResult => {
    const { verdict, summary, tests, durationMs } = judgeRun(parts, observations, Date.now() - began);
    began = Date.now();
    return { id, verdict, summary, tests, durationMs };
  };
  const ready: { readonly id: string; readonly change: Files; readonly only: readonly string[] | null }[] = [];
  for (const { id, files, only = null } of job.variants) {
    const change = prepare(child, files);
    if (change instanceof CompileTrouble) yield conclude(id, [{ kind: 'trouble', trouble: change.trouble }, done]);
    else ready.push({ id, change, only });
  }

  const limits = { ...defaultLimits, ...job.limits };
  let next = 0;
  while (next < ready.length && !workshop.signal?.aborted) {
    const before = next;
    const rest = ready.slice(next);
    const subject = { files: job.files, limits: { ...limits, totalMs: limits.totalMs * rest.length } };
    const variants = { from: next, changes: rest.map(({ change }) => change), only: rest.map(({ only }) => only) };
    let seen: Observation[] = [];
    for await (const observation of observeInChild(
      child,
      subject,
      { tests: parts, bail: job.bail ?? false, variants },
      workshop,
    )) {
      if (observation.kind === 'output') continue;
      seen.push(observation);
      const isLoss = observation.kind === 'ended' && observation.ending.how !== 'done' && next < ready.length;
      if (observation.kind !== 'variant-finished' && !isLoss) continue;
      yield conclude(ready[next]!.id, isLoss ? seen : [...seen, done]);
      next += 1;
      seen = [];
    }
    // A child that says it is done and has not run a single one would be asked for ever.
    if (next === before) yield conclude(ready[next++]!.id, [lost]);
  }
}

function prepare(child: ChildLanguage, files: Files): Files | CompileTrouble {
  try {
    return child.prepare(files);
  } catch (error) {
    if (error instanceof CompileTrouble) return error;
    throw error;
  }
}
