import type { Verdict } from '../../model/verdict.ts';
import type { Kata } from '../../model/kata.ts';

/** What counts about an attempt here; `Attempt` and the progress log both have it. */
export interface Try {
  readonly stage: string;
  readonly verdict: Verdict;
  readonly solutionHash: string;
}

export type SolutionLock =
  | { readonly open: true; readonly because: 'passed' | 'tries' }
  | { readonly open: false; readonly triesLeft: number; readonly message: string };

/** Tries that show work: code that ran and was wrong. A typo, a missing interpreter or a cancelled run is none. */
const honest: ReadonlySet<Verdict> = new Set(['failed', 'timeout', 'out-of-memory', 'output-limit', 'crashed']);

/**
 * Whether a stage's solution may be seen: after a pass, or after `unlockAfter` failed runs, each with code not tried
 * before. `starterHash` is that of the starter: running it unchanged is no try.
 */
export function solutionLock(
  kata: Kata,
  stage: string,
  { tries, starterHash }: { tries: readonly Try[]; starterHash: string },
): SolutionLock {
  const own = tries.filter((attempt) => attempt.stage === stage);
  if (own.some(({ verdict }) => verdict === 'passed')) return { open: true, because: 'passed' };
  const hashes = new Set(own.filter(({ verdict }) => honest.has(verdict)).map(({ solutionHash }) => solutionHash));
  hashes.delete(starterHash);
  const triesLeft = Math.max(0, (kata.manifest.unlockAfter ?? 3) - hashes.size);
  if (triesLeft === 0) return { open: true, because: 'tries' };
  const more = triesLeft === 1 ? 'one more try' : `${triesLeft} more tries`;
  return {
    open: false,
    triesLeft,
    message: `The solution opens when the stage passes, or after ${more} with changed code. A hint may be enough.`,
  };
}
