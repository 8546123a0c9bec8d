/** How many events of each node are known; a node that is not in it has none. */
export type Vector = Readonly<Record<string, number>>;

export type Order = 'before' | 'after' | 'equal' | 'concurrent';

/** Stamps the events of one node so that two stamps tell whether one could have caused the other. */
export class VectorClock {
  private readonly known: Record<string, number> = {};

  constructor(private readonly node: string) {}

  /** Something happens on this node. Answers its stamp. */
  tick(): Vector {
    this.known[this.node] = (this.known[this.node] ?? 0) + 1;
    return { ...this.known };
  }

  /** A message arrives that was sent at this stamp. Answers the stamp of the arrival. */
  receive(sent: Vector): Vector {
    for (const [node, count] of Object.entries(sent)) this.known[node] = Math.max(this.known[node] ?? 0, count);
    return this.tick();
  }
}

/** How the event stamped `one` stands to the event stamped `other`. */
export function compareVectors(one: Vector, other: Vector): Order {
  let isBehind = false;
  let isAhead = false;
  for (const node of [...Object.keys(one), ...Object.keys(other)]) {
    const difference = (one[node] ?? 0) - (other[node] ?? 0);
    if (difference < 0) isBehind = true;
    if (difference > 0) isAhead = true;
  }
  if (isBehind && isAhead) return 'concurrent';
  if (isBehind) return 'before';
  return isAhead ? 'after' : 'equal';
}
