import type { Disposable } from '../ports.ts';

/** A list of listeners. One that throws keeps neither the others from hearing nor the caller from going on. */
export class Signal implements Disposable {
  private readonly listeners = new Set<() => void>();

  listen(listener: () => void): Disposable {
    const own = () => listener();
    this.listeners.add(own);
    return { dispose: () => void this.listeners.delete(own) };
  }

  fire(): void {
    for (const listener of [...this.listeners]) {
      try {
        listener();
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  dispose(): void {
    this.listeners.clear();
  }
}
