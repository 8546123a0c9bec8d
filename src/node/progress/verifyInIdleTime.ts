import type { Disposable } from '../../core/ports.ts';
import type { EventSet } from '../../core/progress/eventSet.ts';
import { isGenuine } from '../../core/progress/log.ts';

/** A slice takes about a millisecond; the editor is never kept waiting. */
const SLICE = 100;

/**
 * Compares every event that was read on trust with its hash, a slice at a time. What was changed on the disk after it
 * was written is reported once, all together; nothing, when all is well.
 */
export function verifyInIdleTime(
  set: EventSet,
  waitMs: number,
  onVerified: (changed: readonly string[]) => Promise<void>,
): Disposable {
  let isDisposed = false;
  const verify = async () => {
    const events = [...set.all.values()];
    const changed: string[] = [];
    for (let start = 0; start < events.length && !isDisposed; start += SLICE) {
      for (const event of events.slice(start, start + SLICE)) if (!isGenuine(event)) changed.push(event.h);
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (!isDisposed) await onVerified(changed);
  };
  const timer = setTimeout(() => void verify(), waitMs);
  timer.unref();
  return {
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
    },
  };
}
