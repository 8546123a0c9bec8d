import { MinHeap } from './min-heap.ts';

/** Hands out tasks: the smallest priority number first, and among equals the one that has been ready longest. */
export class Scheduler {
  /** Throws when the id is known already, or when the task would wait for itself. */
  add(id: string, priority: number, after: readonly string[] = []): void {
    throw new Error('add is not written yet');
  }

  /** The next ready task, which is running from now on; undefined when none is ready. */
  next(): string | undefined {
    throw new Error('next is not written yet');
  }

  /** Says that a running task has finished. */
  done(id: string): boolean {
    throw new Error('done is not written yet');
  }

  /** Takes out a task that has not been handed out yet. */
  cancel(id: string): boolean {
    throw new Error('cancel is not written yet');
  }

  /** Gives a task that has not been handed out yet another priority. */
  reschedule(id: string, priority: number): boolean {
    throw new Error('reschedule is not written yet');
  }
}
