export type Vector = Readonly<Record<string, number>>;
export type Order = 'before' | 'after' | 'equal' | 'concurrent';

/** Never changes a stamp: each event makes a new one from the last. */
export class VectorClock {
  private last: Vector = {};
  private readonly node: string;

  constructor(node: string) {
    this.node = node;
  }

  tick(): Vector {
    return this.receive({});
  }

  receive(sent: Vector): Vector {
    const next: Record<string, number> = { [this.node]: 0 };
    for (const vector of [this.last, sent])
      for (const node in vector) next[node] = Math.max(next[node] ?? 0, vector[node]!);
    next[this.node]!++;
    return (this.last = Object.freeze(next));
  }
}

const covers = (one: Vector, other: Vector) => Object.keys(other).every((node) => (one[node] ?? 0) >= other[node]!);

export function compareVectors(one: Vector, other: Vector): Order {
  const names = { '11': 'equal', '10': 'after', '01': 'before', '00': 'concurrent' } as const;
  return names[`${covers(one, other) ? 1 : 0}${covers(other, one) ? 1 : 0}`];
}
