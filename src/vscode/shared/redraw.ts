import { commands, EventEmitter, type Disposable } from 'vscode';

/**
 * Tells a tree to draw its rows anew once the window has taken those it was handed last. VS Code keeps the older rows for
 * good when both reach it in one go: a tree that had none at its first showing stayed empty (seen in 1.139, where the
 * rows of the first showing are stored after they were called outdated).
 */
export class Redraw implements Disposable {
  private readonly wanted = new EventEmitter<void>();
  private handed = 0;
  private isWaiting = false;
  /** For `onDidChangeTreeData`. */
  readonly event = this.wanted.event;

  /** To be called whenever the tree's first rows are handed over. */
  handOver(): void {
    this.handed += 1;
  }

  /** Has the tree drawn soon, once for all that ask meanwhile. */
  async fire(): Promise<void> {
    if (this.isWaiting) return;
    this.isWaiting = true;
    let before: number;
    do {
      before = this.handed;
      await roundTrip();
    } while (before !== this.handed);
    this.isWaiting = false;
    this.wanted.fire();
  }

  dispose(): void {
    this.wanted.dispose();
  }
}

/** Resolves when the window has done with everything it was sent before: it answers in order. */
async function roundTrip(): Promise<void> {
  // A turn later: what is being handed over in this one goes first.
  await new Promise((resolve) => setTimeout(resolve, 0));
  // It fails only when the window goes away.
  await Promise.resolve(commands.executeCommand('setContext', 'katapath.isDrawn', true)).catch(() => undefined);
}
