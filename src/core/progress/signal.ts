import type { Disposable } from '../ports.ts';

/** A list of listeners; one that throws does not keep the others from hearing. */
export class Signal implements Disposable {
  private readonly listeners = new Set<() => void>();

  listen(listener: () => void): Disposable {
    const own = () => listener();
    this.listeners.add(own);
    return { dispose: () => void this.listeners.delete(own) };
  }

  fire(): void {
    const errors: unknown[] = [];
    for (const listener of [...this.listeners]) {
      try {
        listener();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }

  dispose(): void {
    this.listeners.clear();
  }
}
