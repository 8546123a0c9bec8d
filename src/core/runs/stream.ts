/** Values that one side pushes and the other awaits, in order. */
export interface Stream<T> extends AsyncIterable<T> {
  push(value: T): void;
  /** No more values; what was pushed is still delivered. */
  close(): void;
}

/**
 * A stream for one reader. `onAbandoned` is called when the reader stops early, so that nothing goes on for nobody.
 */
export function createStream<T>(onAbandoned: () => void = () => undefined): Stream<T> {
  const waiting: T[] = [];
  let closed = false;
  let wake: (() => void) | undefined;
  const stir = () => {
    wake?.();
    wake = undefined;
  };
  return {
    push(value) {
      if (closed) return;
      waiting.push(value);
      stir();
    },
    close() {
      closed = true;
      stir();
    },
    async *[Symbol.asyncIterator]() {
      let finished = false;
      try {
        for (;;) {
          while (waiting.length > 0) yield waiting.shift()!;
          if (closed) break;
          await new Promise<void>((resolve) => (wake = resolve));
        }
        finished = true;
      } finally {
        if (!finished) onAbandoned();
      }
    },
  };
}
