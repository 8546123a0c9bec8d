export type Stamp = { readonly time: number; readonly node: string };

/** Counts upwards until it is past everything it heard of. */
export class LamportClock {
  #next = 1;
  readonly #node: string;

  constructor(node: string) {
    this.#node = node;
  }

  tick(): Stamp {
    return Object.freeze({ time: this.#next++, node: this.#node });
  }

  receive({ time }: Stamp): Stamp {
    if (time >= this.#next) this.#next = time + 1;
    return this.tick();
  }
}

export const compareStamps = (one: Stamp, other: Stamp): number =>
  Math.sign(one.time - other.time) * 2 + Math.sign(Number(one.node > other.node) - Number(one.node < other.node));
