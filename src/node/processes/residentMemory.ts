import { readFile } from 'node:fs/promises';

const pageBytes = 4096;
const everyMs = 50;

/**
 * Calls back once when a process holds more memory than it may. For programs without a harness of ours inside; only
 * Linux tells without starting another program for each look, elsewhere the time limit has to be enough.
 */
export function watchResidentMemory(id: number, megabytes: number, onExceeded: () => void): () => void {
  if (process.platform !== 'linux') return () => undefined;
  const timer = setInterval(() => {
    void readFile(`/proc/${id}/statm`, 'latin1').then(
      (text) => {
        if (Number(text.split(' ')[1]) * pageBytes < megabytes * 1024 * 1024) return;
        clearInterval(timer);
        onExceeded();
      },
      () => clearInterval(timer),
    );
  }, everyMs);
  return () => clearInterval(timer);
}
