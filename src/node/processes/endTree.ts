import { spawn } from 'node:child_process';

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
  endAtOnce(-leader);
}

/** A negative id is that of a group. */
export function endAtOnce(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // Gone already, or not ours.
  }
}
