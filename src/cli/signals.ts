import { constants } from 'node:os';

/** After a signal, what a command still has to put away gets this long. */
const GRACE_MS = 1000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface Signals {
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  /** What the process ends with: 130 or 143 after a signal, else the command's own code. */
  toExitCode(code: number): number;
}

/**
 * The one place that answers signals. A handler runs only between two turns of the event loop, so that a command which
 * computes would not be ended by it. Therefore none is there until a command asks for the signal, as those do that wait
 * for other programs and have something to put away; every other one the system ends at once.
 */
export function listenForSignals(exit: (code: number) => void = process.exit): Signals {
  let answering: AbortController | undefined;
  let received: number | undefined;
  const listen = () => {
    const controller = new AbortController();
    for (const name of SIGNALS)
      // Only once: a second one of its kind ends the process at once.
      process.once(name, () => {
        const code = (received ??= 128 + constants.signals[name]);
        controller.abort();
        setTimeout(() => exit(code), GRACE_MS).unref();
      });
    return controller;
  };
  return {
    get signal() {
      return (answering ??= listen()).signal;
    },
    toExitCode: (code) => received ?? code,
  };
}
