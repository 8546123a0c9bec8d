import { MinHeap } from './min-heap.js';

/** Hands out tasks: the smallest priority number first, and among equals the one that has been ready longest. */
export class Scheduler {
  /** Throws when the id is known already, or when the task would wait for itself. */
  add(id, priority, after = []) {
    throw new Error('add is not written yet');
  }

  /** The next ready task, which is running from now on; undefined when none is ready. */
  next() {
    throw new Error('next is not written yet');
  }

  /** Says that a running task has finished. */
  done(id) {
    throw new Error('done is not written yet');
  }

  /** Takes out a task that has not been handed out yet. */
  cancel(id) {
    throw new Error('cancel is not written yet');
  }

  /** Gives a task that has not been handed out yet another priority. */
  reschedule(id, priority) {
    throw new Error('reschedule is not written yet');
  }
}
