import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** The environment variable that every process of a run inherits; its value names the run. */
export const runMark = 'KATAPATH_RUN';

/** A mark for one run of this program. */
export function createMark(): string {
  return `${process.pid}-${randomUUID()}`;
}

/**
 * Ends a process that leads its own group, and the whole group with it, without asking.
 *
 * Windows has no groups; `taskkill /T` walks the tree from the parent. (That branch follows Microsoft's manual and has
 * not been run on Windows by us.)
 */
export function endGroup(leader: number): void {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(leader), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => undefined,
    );
    return;
  }
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

/**
 * Ends what left its group on purpose (a daemon, a detached grandchild) but still carries the mark of one of these
 * runs. Only Linux lets us read another process's environment; elsewhere the group is all we can reach.
 */
export async function endStrays(marks: ReadonlySet<string>): Promise<void> {
  if (process.platform !== 'linux' || marks.size === 0) return;
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  await Promise.all(
    ids.map(async (id) => {
      const environment = await readFile(`/proc/${id}/environ`, 'latin1').catch(() => '');
      const mark = new RegExp(`(?:^|\\0)${runMark}=([^\\0]*)`).exec(environment)?.[1];
      if (mark === undefined || !marks.has(mark) || Number(id) === process.pid) return;
      try {
        process.kill(Number(id), 'SIGKILL');
      } catch {
        // Gone already, or not ours.
      }
    }),
  );
}
