import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readChannelLine } from '../../core/runs/channel.ts';
import type { DebugJob, DebugLaunch } from '../../core/runs/debug.ts';
import type { Observation } from '../../core/runs/observation.ts';
import { reportRun } from '../../core/runs/reportRun.ts';
import { defaultLimits, type Files } from '../../core/runs/runner.ts';
import type { Workshop } from '../workshop.ts';
import type { ChildLanguage } from './childLanguage.ts';

/** How much a debugged program may hold: the debugger itself needs some, and a person is watching. */
const memoryMb = 2048;

/**
 * The same child that grades, started by a debugger: its job is in a file, and what happens is written beside it. The
 * code seems to stand in the learner's own folder, so breakpoints need no overlay.
 */
export async function prepareDebug(
  child: ChildLanguage,
  job: DebugJob,
  { dist, findProgram, layOut }: Pick<Workshop, 'dist' | 'findProgram' | 'layOut'>,
): Promise<DebugLaunch> {
  const { root, files, tests, only } = job;
  const {
    program,
    args,
    env = {},
  } = child.command(await findProgram(child.program), { ...defaultLimits, memoryMb }, dist);
  const secret = randomBytes(16).toString('hex');
  const code = child.prepareDebug(files, root);
  const parts = tests.map(({ stage, file }) => ({ stage, file }));
  const order = { secret, root, memoryMb, code, tests: parts, isDebugged: true, ...(only && { only }) };
  const folder = layOut({ 'job.json': JSON.stringify(order) });
  const jobFile = join(folder.path, 'job.json');
  return {
    program,
    args: args.slice(0, -1),
    script: args.at(-1)!,
    env: { ...env, KATAPATH_JOB: jobFile, PYTHONDONTWRITEBYTECODE: '1' },
    async *readEvents() {
      const told = await readObservations(`${jobFile}.told`, secret, child, files);
      if (told.some(({ kind }) => kind === 'ended')) yield* reportRun(tests, inOrder(told), Date.now);
      else for (const observation of told) if (observation.kind === 'test-finished') yield observation;
    },
    dispose: async () => folder.dispose(),
  };
}

async function readObservations(
  file: string,
  secret: string,
  child: ChildLanguage,
  files: Files,
): Promise<readonly Observation[]> {
  // Ended before it began: there is no such file.
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const observation = readChannelLine(line, secret, memoryMb);
    if (observation?.kind !== 'trouble') return observation ?? [];
    return { kind: 'trouble' as const, trouble: child.explain(observation.trouble, files) };
  });
}

async function* inOrder<T>(values: readonly T[]): AsyncIterable<T> {
  yield* values;
}
