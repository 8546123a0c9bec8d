import type { Run } from './runCommand.ts';

/** Commands of git that read what the repository holds, and run nothing that its configuration names. */
const plumbing = new Set(['rev-parse', 'rev-list', 'cat-file', 'ls-tree', 'for-each-ref', 'merge-base', 'config']);

/** What a command may take: 2 seconds where an ordinary one takes a quarter of one, and 300 MB. */
export interface Limits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

export const limitsFor = (ordinaryMilliseconds: number): Limits => ({
  milliseconds: Math.max(2000, 8 * ordinaryMilliseconds),
  megabytes: 300,
});

const STACK = /^\s+at (?:.+ \()?(?:file:|node:|\/).*:\d+:\d+\)?$/m;
/** What a terminal obeys, and what makes words stand elsewhere than they are. */
const UNSHOWN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u;

/** What a run did that no repository may bring about, a line for each. */
export function findFaults(run: Run, limits: Limits): readonly string[] {
  const { command, code, output, milliseconds, megabytes = 0, started, git } = run;
  const unshown = UNSHOWN.exec(output)?.[0];
  return [
    // Looking for programs is what it is for; a repository's own leave their mark.
    ...(command === 'doctor' ? [] : started.map((program) => `started ${program}`)),
    ...git.filter((name) => !plumbing.has(name)).map((name) => `ran git ${name}`),
    milliseconds === undefined && 'did not come to an end',
    milliseconds !== undefined &&
      milliseconds > limits.milliseconds &&
      `took ${Math.round(milliseconds)} ms of the processor`,
    megabytes > limits.megabytes && `took ${Math.round(megabytes)} MB`,
    milliseconds !== undefined && ![0, 1, 2].includes(code ?? -1) && `ended with ${code}`,
    STACK.test(output) &&
      `threw: ${output.split('\n').find((line) => line.startsWith('katapath:')) ?? output.slice(0, 200)}`,
    unshown !== undefined && `printed U+${unshown.codePointAt(0)!.toString(16).padStart(4, '0')} raw`,
  ]
    .filter((fault) => typeof fault === 'string')
    .map((fault) => `${command}: ${fault}`);
}
