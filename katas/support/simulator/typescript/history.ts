import { copy, type Plain } from './plain.ts';

/** What a client asked for, and what it was told. `returnedAt` is absent when no answer came: it may have happened. */
export interface Operation {
  readonly id: number;
  readonly client: string;
  readonly request: Plain;
  readonly calledAt: number;
  returnedAt?: number;
  /** Counts questions and answers in the order they came: finer than milliseconds. */
  readonly called: number;
  returned?: number;
  answer?: Plain;
}

/** Everything that clients saw, in the order in which they asked. Checkers look at nothing else. */
export class History {
  readonly operations: Operation[] = [];
  private count = 0;

  constructor(private readonly now: () => number) {}

  /** Writes down a question; the answer is given to what is returned. Only the first answer counts. */
  call(client: string, request: Plain): (answer: Plain) => void {
    const operation: Operation = {
      id: this.operations.length,
      client,
      request: copy(request),
      calledAt: this.now(),
      called: this.count++,
    };
    this.operations.push(operation);
    return (answer) => {
      if (operation.returnedAt !== undefined) return;
      operation.returnedAt = this.now();
      operation.returned = this.count++;
      operation.answer = copy(answer);
    };
  }

  /** The operations that were answered. */
  answered(): Operation[] {
    return this.operations.filter(({ returnedAt }) => returnedAt !== undefined);
  }
}
