import { MinHeap } from './min-heap.ts';

interface Task {
  readonly id: string;
  readonly after: readonly string[];
  priority: number;
  state: 'waiting' | 'ready' | 'running' | 'done' | 'cancelled';
  /** How many tasks it still waits for. */
  count: number;
  /** The entry that counts; those made before it are skipped. */
  entry?: Entry;
}

interface Entry {
  readonly task: Task;
  readonly priority: number;
  readonly at: number;
}

export class Scheduler {
  readonly #known = new Map<string, Task>();
  readonly #heap = new MinHeap<Entry>((left, right) => left.priority - right.priority || left.at - right.at);
  readonly #waiters = new Map<string, Task[]>();
  #clock = 0;

  add(id: string, priority: number, after: readonly string[] = []): void {
    if (this.#known.has(id)) throw new Error(`the task "${id}" is known already`);
    if (this.#reaches(id, after)) throw new Error(`the task "${id}" would wait for itself`);
    const names = [...new Set(after)];
    const open = names.filter((name) => this.#known.get(name)?.state !== 'done');
    const task: Task = { id, priority, after: names, state: 'waiting', count: open.length };
    this.#known.set(id, task);
    for (const name of open) {
      const waiting = this.#waiters.get(name);
      if (waiting) waiting.push(task);
      else this.#waiters.set(name, [task]);
    }
    if (task.count === 0) this.#makeReady(task);
  }

  next(): string | undefined {
    while (this.#heap.size > 0) {
      const entry = this.#heap.pop()!;
      const { task } = entry;
      if (task.entry !== entry || task.state !== 'ready') continue;
      task.state = 'running';
      return task.id;
    }
    return undefined;
  }

  done(id: string): boolean {
    const task = this.#known.get(id);
    if (task?.state !== 'running') return false;
    task.state = 'done';
    for (const waiting of this.#waiters.get(id) ?? [])
      if (--waiting.count === 0 && waiting.state === 'waiting') this.#makeReady(waiting);
    this.#waiters.delete(id);
    return true;
  }

  cancel(id: string): boolean {
    const task = this.#notBegun(id);
    if (!task) return false;
    task.state = 'cancelled';
    this.#known.delete(id);
    return true;
  }

  reschedule(id: string, priority: number): boolean {
    const task = this.#notBegun(id);
    if (!task) return false;
    task.priority = priority;
    if (task.state === 'ready') this.#makeReady(task);
    return true;
  }

  #makeReady(task: Task): void {
    task.state = 'ready';
    task.entry = { task, priority: task.priority, at: this.#clock++ };
    this.#heap.push(task.entry);
  }

  #notBegun(id: string): Task | undefined {
    const task = this.#known.get(id);
    return task?.state === 'waiting' || task?.state === 'ready' ? task : undefined;
  }

  /** Whether one of the tasks waits for `id`, over however many others. */
  #reaches(id: string, after: readonly string[]): boolean {
    const left = [...after];
    const seen = new Set<string>();
    while (left.length > 0) {
      const name = left.pop()!;
      if (name === id) return true;
      if (seen.has(name)) continue;
      seen.add(name);
      const task = this.#known.get(name);
      if (task?.state === 'waiting') left.push(...task.after);
    }
    return false;
  }
}
