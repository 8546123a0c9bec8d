import { copy } from './plain.js';

/** Everything that clients saw, in the order in which they asked. Checkers look at nothing else. */
export class History {
  now;
  operations = [];
  count = 0;

  constructor(now) {
    this.now = now;
  }

  /** Writes down a question; the answer is given to what is returned. Only the first answer counts. */
  call(client, request) {
    const operation = {
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
  answered() {
    return this.operations.filter(({ returnedAt }) => returnedAt !== undefined);
  }
}
