import { MinHeap } from './min-heap.js';
export class Scheduler {
  constructor() {
    this.known = new Map();
    this.clock = 0;
    this.heap = new MinHeap((l, r) => l.priority - r.priority || l.at - r.at);
    this.waiters = new Map();
  }
  add(id, priority, after = []) {
    if (this.known.has(id)) throw new Error('known ' + id);
    const todo = [...after];
    const seen = new Set();
    while (todo.length) {
      const next = todo.pop();
      if (next === id) throw new Error('cycle');
      if (seen.has(next)) continue;
      seen.add(next);
      const t = this.known.get(next);
      if (t && t.state === 'waiting') todo.push(...t.after);
    }
    const task = { id, priority, after: [...new Set(after)], state: 'waiting', entry: null };
    const open = task.after.filter((a) => this.known.get(a)?.state !== 'done');
    task.count = open.length;
    this.known.set(id, task);
    for (const a of open) this.waiters.set(a, [...(this.waiters.get(a) ?? []), task]);
    if (!task.count) this.#ready(task);
  }
  #ready(task) {
    task.state = 'ready';
    task.entry = { task, priority: task.priority, at: this.clock++ };
    this.heap.push(task.entry);
  }
  next() {
    while (this.heap.size) {
      const e = this.heap.pop();
      if (e.task.entry !== e || e.task.state !== 'ready') continue;
      e.task.state = 'running';
      return e.task.id;
    }
    return undefined;
  }
  done(id) {
    const t = this.known.get(id);
    if (!t || t.state !== 'running') return false;
    t.state = 'done';
    for (const w of this.waiters.get(id) ?? []) if (--w.count === 0 && w.state === 'waiting') this.#ready(w);
    this.waiters.delete(id);
    return true;
  }
  #open(id) {
    const t = this.known.get(id);
    return t && (t.state === 'waiting' || t.state === 'ready') ? t : null;
  }
  cancel(id) {
    const t = this.#open(id);
    if (!t) return false;
    t.state = 'cancelled';
    this.known.delete(id);
    return true;
  }
  reschedule(id, priority) {
    const t = this.#open(id);
    if (!t) return false;
    t.priority = priority;
    if (t.state === 'ready') this.#ready(t);
    return true;
  }
}
