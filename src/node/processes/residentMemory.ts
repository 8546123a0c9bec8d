import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Most runs are over before the first look. */
const firstMs = 100;

/**
 * Calls back once when a process holds more memory than it may, outside of what a limit of its own sees (buffers, a
 * program without a harness of ours). Answers how to stop watching.
 *
 * We look from outside because nothing inside can: the one thread of the learner's code may be in a loop, and starting
 * a second one costs more than most runs take.
 */
export function watchResidentMemory(id: number, megabytes: number, onExceeded: () => void): () => void {
  const { read, everyMs } = process.platform === 'linux' ? linux : process.platform === 'win32' ? windows : posix;
  let timer = setTimeout(() => void look(), firstMs);
  let isStopped = false;
  async function look(): Promise<void> {
    const bytes = await read(id).catch(() => undefined);
    if (isStopped || bytes === undefined) return;
    if (bytes > megabytes * 1024 * 1024) onExceeded();
    else timer = setTimeout(() => void look(), everyMs);
  }
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

interface Look {
  /** Bytes that a process holds; rejects when it is gone. */
  read(id: number): Promise<number>;
  readonly everyMs: number;
}

const linux: Look = {
  read: async (id) => Number((await readFile(`/proc/${id}/statm`, 'latin1')).split(' ')[1]) * 4096,
  everyMs: 25,
};

const posix: Look = {
  read: async (id) => Number(await ask('ps', ['-o', 'rss=', '-p', String(id)])) * 1024,
  everyMs: 250,
};

/** `"node.exe","4711","Console","1","48,240 K"`; written after Microsoft's manual and not run on Windows by us. */
const windows: Look = {
  read: async (id) => {
    const line = await ask('tasklist', ['/fi', `PID eq ${id}`, '/fo', 'csv', '/nh']);
    return Number(/"([\d.,\s]+)K"\s*$/.exec(line)?.[1]?.replace(/\D/g, '')) * 1024;
  },
  everyMs: 1000,
};

function ask(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { windowsHide: true, timeout: 5000 }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
  });
}
