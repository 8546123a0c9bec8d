import { MinHeap } from './min-heap.js';

/** First in, first out. */
class Queue {
  items = [];

  get isEmpty() {
    return this.items.length === 0;
  }

  enqueue(item) {
    this.items.push(item);
  }

  dequeue() {
    return this.items.shift();
  }
}

/**
 * Hands out tasks: the smallest priority number first, and among equals the one that has been ready longest.
 *
 *   priorities (heap)      1 ── 4 ── 9
 *   lanes (map of queues)  1: ▢▢   4: ▢   9: ▢▢▢      ready tasks, one queue a priority
 *   tasks (map)            id → everything known about it
 *   waiters (map)          id → the tasks that wait for it
 */
export class Scheduler {
  tasks = new Map();
  waiters = new Map();
  lanes = new Map();
  priorities = new MinHeap();

  /** Throws when the id is known already, or when the task would wait for itself. */
  add(id, priority, after = []) {
    if (this.tasks.has(id)) throw new Error(`the task "${id}" is known already`);
    if (this.leadsTo(id, after)) throw new Error(`the task "${id}" would wait for itself`);
    const open = new Set(after.filter((other) => this.tasks.get(other)?.state !== 'done'));
    const task = { id, priority, open, state: 'waiting' };
    this.tasks.set(id, task);
    for (const other of open) this.waitersOf(other).push(task);
    if (open.size === 0) this.makeReady(task);
  }

  /** The next ready task, which is running from now on; undefined when none is ready. */
  next() {
    for (let priority = this.priorities.peek(); priority !== undefined; priority = this.priorities.peek()) {
      const task = this.takeFrom(this.lanes.get(priority));
      if (task) {
        task.state = 'running';
        return task.id;
      }
      this.lanes.delete(priority);
      this.priorities.pop();
    }
    return undefined;
  }

  /** Says that a running task has finished. */
  done(id) {
    const task = this.tasks.get(id);
    if (task?.state !== 'running') return false;
    task.state = 'done';
    for (const waiter of this.waitersOf(id)) {
      waiter.open.delete(id);
      if (waiter.state === 'waiting' && waiter.open.size === 0) this.makeReady(waiter);
    }
    this.waiters.delete(id);
    return true;
  }

  /** Takes out a task that has not been handed out yet. */
  cancel(id) {
    const task = this.notHandedOut(id);
    if (!task) return false;
    this.tasks.delete(id);
    task.state = 'cancelled';
    task.ticket = undefined;
    return true;
  }

  /** Gives a task that has not been handed out yet another priority. */
  reschedule(id, priority) {
    const task = this.notHandedOut(id);
    if (!task) return false;
    task.priority = priority;
    if (task.state === 'ready') this.makeReady(task);
    return true;
  }

  /** Whether waiting for any of `ids` means waiting for `goal` in the end. A stack of its own: chains may be long. */
  leadsTo(goal, ids) {
    const stack = [...ids];
    const seen = new Set();
    while (stack.length > 0) {
      const id = stack.pop();
      if (id === goal) return true;
      if (seen.has(id)) continue;
      seen.add(id);
      stack.push(...(this.tasks.get(id)?.open ?? []));
    }
    return false;
  }

  makeReady(task) {
    task.state = 'ready';
    task.ticket = { task };
    let lane = this.lanes.get(task.priority);
    if (!lane) {
      lane = new Queue();
      this.lanes.set(task.priority, lane);
      this.priorities.push(task.priority);
    }
    lane.enqueue(task.ticket);
  }

  /** The first task of a lane that is still meant by its ticket. */
  takeFrom(lane) {
    while (!lane.isEmpty) {
      const ticket = lane.dequeue();
      if (ticket.task.ticket === ticket) return ticket.task;
    }
    return undefined;
  }

  notHandedOut(id) {
    const task = this.tasks.get(id);
    return task?.state === 'waiting' || task?.state === 'ready' ? task : undefined;
  }

  waitersOf(id) {
    const waiters = this.waiters.get(id) ?? [];
    this.waiters.set(id, waiters);
    return waiters;
  }
}
