import type { Folder } from '../../ports.ts';
import type { Files } from '../../runs/runner.ts';
import type { Attempt } from '../attempts/attempt.ts';
import { readSolution, readStart, requireTrack } from '../content.ts';
import { hashFiles } from '../hash.ts';
import type { Kata, Language } from '../../model/kata.ts';
import { solutionLock, type SolutionLock, type Try } from './unlock.ts';

/** A learner who asks for the reference of a stage. */
export interface SolutionRequest {
  readonly kata: Kata;
  readonly language: Language;
  readonly stage: string;
  /** The kata's own folder, `katas/exercises/<id>`. */
  readonly content: Folder;
  /** All attempts in the learner's folder. */
  readonly attempts: readonly Attempt[];
}

/** The learner's files as the reference has them, when the stage was passed or honestly tried; else what is missing. */
export async function openSolution(request: SolutionRequest): Promise<{ lock: SolutionLock; files: Files }> {
  const { kata, language, stage, content, attempts } = request;
  const { files: names } = requireTrack(kata, language);
  const starterHash = await hashFiles(pick(await readStart(kata, language, content), names));
  const lock = solutionLock(kata, stage, { tries: attempts.filter(isTry), starterHash });
  return { lock, files: lock.open ? pick(await readSolution(kata, language, stage, content), names) : {} };
}

function pick(all: Files, names: readonly string[]): Files {
  return Object.fromEntries(names.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
}

const isTry = (attempt: Attempt): attempt is Attempt & Try => attempt.kind === 'graded';
