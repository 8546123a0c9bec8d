import type { CallJob, TestJob } from '../../core/runs/runner.ts';
import type { Toolchain } from '../toolchain.ts';
import type { ChildLanguage } from './childLanguage.ts';
import { prepareDebug } from './debugLaunch.ts';
import { observeInChild } from './observeInChild.ts';
import { runVariantsInChild } from './variants.ts';

export function childToolchain(child: ChildLanguage): Toolchain {
  return {
    language: child.language,
    program: child.program,
    run: (job, workshop) => observeInChild(child, job, toTestJob(job), workshop),
    call: (job, workshop) => observeInChild(child, job, toCallJob(job, workshop.dist), workshop),
    runVariants: (job, workshop) => runVariantsInChild(child, job, workshop),
    prepareDebug: (job, workshop) => prepareDebug(child, job, workshop),
    waitingCommand: async (limits, { dist, findProgram }) =>
      child.command(await findProgram(child.program), limits, dist),
  };
}

const toTestJob = ({ tests, shuffle, coverage }: TestJob) => ({
  tests: tests.map(({ stage, file }) => ({ stage, file })),
  ...(shuffle !== undefined && { shuffle }),
  ...(coverage && { coverage }),
});

const toCallJob = ({ module, function: name, argument }: CallJob, dist: string) => ({
  tests: [],
  call: { module: module.replace(/^katapath:/, `${dist}/`), name, argument },
});
