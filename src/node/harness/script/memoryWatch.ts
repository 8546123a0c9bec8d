import { Worker } from 'node:worker_threads';

/** Memory of the process itself, beside the heap that the learner's code may fill. */
const ownMegabytes = 160;

/**
 * Ends the process when it holds too much memory outside the heap, which V8's own limit does not see (buffers). A
 * thread does it, because the main one may be in a loop that never ends.
 */
export function watchMemory(megabytes: number, secret: string): void {
  const source = `
    const { writeSync } = require('node:fs');
    const limit = ${(megabytes + ownMegabytes) * 1024 * 1024};
    setInterval(() => {
      if (process.memoryUsage.rss() < limit) return;
      writeSync(3, '\\n${secret} {"kind":"memory"}\\n');
      process.kill(process.pid, 'SIGKILL');
    }, 25);`;
  new Worker(source, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 }, stdin: false }).unref();
}
