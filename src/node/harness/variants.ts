import type { TestResult } from '../../core/runs/event.ts';
import { judgeRun } from '../../core/runs/judge.ts';
import type { Observation } from '../../core/runs/observation.ts';
import { defaultLimits, type VariantResult, type VariantsJob } from '../../core/runs/runner.ts';
import type { Workshop } from '../workshop.ts';
import { type ChildLanguage, CompileTrouble, observeInChild } from './childToolchain.ts';

/**
 * Runs all variants in one child, each with fresh modules. When one hangs or takes the process down, it gets its verdict
 * and a new child goes on with the next.
 */
export async function* runVariantsInChild(
  child: ChildLanguage,
  job: VariantsJob,
  workshop: Workshop,
): AsyncIterable<VariantResult> {
  const parts = job.tests.map((file) => ({ stage: '', file }));
  const limits = { ...defaultLimits, ...job.limits };
  const conclude = (index: number, observations: readonly Observation[]): VariantResult => {
    const { verdict, summary, tests } = judgeRun(parts, observations, 0);
    return { id: job.variants[index]!.id, verdict, summary, tests };
  };
  const changes = job.variants.map(({ files }) => prepareChange(child, { ...job.files, ...files }, files));

  for (let next = 0; next < job.variants.length;) {
    const broken = changes[next];
    if (broken instanceof CompileTrouble) {
      yield conclude(next, [{ kind: 'trouble', trouble: broken.trouble }, done]);
      next += 1;
      continue;
    }
    const stop = changes.findIndex((change, index) => index > next && change instanceof CompileTrouble);
    const batch = changes.slice(next, stop < 0 ? undefined : stop);
    const request = { tests: parts, bail: job.bail ?? false, variants: { from: next, changes: batch } };
    const totalMs = limits.totalMs * batch.length;
    let seen: Observation[] = [];
    for await (const observation of observeInChild(
      child,
      { files: job.files, limits: { ...limits, totalMs } },
      request,
      workshop,
    )) {
      if (observation.kind === 'variant-finished') {
        yield conclude(next, [...seen, done]);
        next += 1;
        seen = [];
      } else if (observation.kind === 'ended' && observation.ending.how !== 'done') {
        yield conclude(next, [...seen, observation]);
        next += 1;
      } else if (observation.kind !== 'output') seen.push(observation);
    }
    if (workshop.signal?.aborted) return;
  }
}

const done: Observation = { kind: 'ended', ending: { how: 'done' } };

function prepareChange(child: ChildLanguage, all: VariantsJob['files'], own: VariantsJob['files']) {
  try {
    const prepared = child.prepare(Object.fromEntries(Object.keys(own).map((name) => [name, all[name]!])));
    return prepared;
  } catch (error) {
    if (error instanceof CompileTrouble) return error;
    throw error;
  }
}

export type { TestResult };
