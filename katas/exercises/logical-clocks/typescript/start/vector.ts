/** How many events of each node are known; a node that is not in it has none. */
export type Vector = Readonly<Record<string, number>>;

export type Order = 'before' | 'after' | 'equal' | 'concurrent';

/** Stamps the events of one node so that two stamps tell whether one could have caused the other. */
export class VectorClock {
  constructor(private readonly node: string) {}

  /** Something happens on this node. Answers its stamp. */
  tick(): Vector {
    return { [this.node]: 0 };
  }

  /** A message arrives that was sent at this stamp. Answers the stamp of the arrival. */
  receive(sent: Vector): Vector {
    return sent;
  }
}

/** How the event stamped `one` stands to the event stamped `other`. */
export function compareVectors(one: Vector, other: Vector): Order {
  return one === other ? 'equal' : 'concurrent';
}
