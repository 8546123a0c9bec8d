import { MinHeap } from './min-heap.ts';

interface Task {
  readonly id: string;
  /** The tasks it waits for that are not done yet. */
  readonly open: Set<string>;
  priority: number;
  state: 'waiting' | 'ready' | 'running' | 'done' | 'cancelled';
  /** Its place in a queue that counts; older ones are left behind and skipped. */
  ticket?: Ticket;
}

interface Ticket {
  readonly task: Task;
}

/** First in, first out. A head that moves on takes O(1); shifting an array would move every item. */
class Queue<T> {
  private items: T[] = [];
  private head = 0;

  get isEmpty(): boolean {
    return this.head === this.items.length;
  }

  enqueue(item: T): void {
    this.items.push(item);
  }

  dequeue(): T {
    const item = this.items[this.head];
    this.head += 1;
    return item;
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
  private readonly tasks = new Map<string, Task>();
  private readonly waiters = new Map<string, Task[]>();
  private readonly lanes = new Map<number, Queue<Ticket>>();
  private readonly priorities = new MinHeap<number>();

  /** Throws when the id is known already, or when the task would wait for itself. */
  add(id: string, priority: number, after: readonly string[] = []): void {
    if (this.tasks.has(id)) throw new Error(`the task "${id}" is known already`);
    if (this.leadsTo(id, after)) throw new Error(`the task "${id}" would wait for itself`);
    const open = new Set(after.filter((other) => this.tasks.get(other)?.state !== 'done'));
    const task: Task = { id, priority, open, state: 'waiting' };
    this.tasks.set(id, task);
    for (const other of open) this.waitersOf(other).push(task);
    if (open.size === 0) this.makeReady(task);
  }

  /** The next ready task, which is running from now on; undefined when none is ready. */
  next(): string | undefined {
    for (let priority = this.priorities.peek(); priority !== undefined; priority = this.priorities.peek()) {
      const task = this.takeFrom(this.lanes.get(priority)!);
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
  done(id: string): boolean {
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
  cancel(id: string): boolean {
    const task = this.notHandedOut(id);
    if (!task) return false;
    this.tasks.delete(id);
    task.state = 'cancelled';
    task.ticket = undefined;
    return true;
  }

  /** Gives a task that has not been handed out yet another priority. */
  reschedule(id: string, priority: number): boolean {
    const task = this.notHandedOut(id);
    if (!task) return false;
    task.priority = priority;
    if (task.state === 'ready') this.makeReady(task);
    return true;
  }

  /** Whether waiting for any of `ids` means waiting for `goal` in the end. A stack of its own: chains may be long. */
  private leadsTo(goal: string, ids: readonly string[]): boolean {
    const stack = [...ids];
    const seen = new Set<string>();
    while (stack.length > 0) {
      const id = stack.pop()!;
      if (id === goal) return true;
      if (seen.has(id)) continue;
      seen.add(id);
      stack.push(...(this.tasks.get(id)?.open ?? []));
    }
    return false;
  }

  private makeReady(task: Task): void {
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
  private takeFrom(lane: Queue<Ticket>): Task | undefined {
    while (!lane.isEmpty) {
      const ticket = lane.dequeue();
      if (ticket.task.ticket === ticket) return ticket.task;
    }
    return undefined;
  }

  private notHandedOut(id: string): Task | undefined {
    const task = this.tasks.get(id);
    return task?.state === 'waiting' || task?.state === 'ready' ? task : undefined;
  }

  private waitersOf(id: string): Task[] {
    const waiters = this.waiters.get(id) ?? [];
    this.waiters.set(id, waiters);
    return waiters;
  }
}
