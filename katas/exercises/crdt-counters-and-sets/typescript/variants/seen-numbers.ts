/** Tags seen from each node up to a number, and the tags that are alive: removed ones need not be remembered. */
export interface OrState {
  readonly seen: Readonly<Record<string, number>>;
  readonly alive: readonly (readonly [item: string, node: string, number: number])[];
}

export class OrSet {
  private readonly node: string;
  private seen: Record<string, number> = {};
  private alive: OrState['alive'] = [];

  constructor(node: string) {
    this.node = node;
  }

  add(item: string): void {
    const number = (this.seen[this.node] ?? 0) + 1;
    this.seen[this.node] = number;
    this.alive = [...this.alive, [item, this.node, number]];
  }

  remove(item: string): void {
    this.alive = this.alive.filter(([each]) => each !== item);
  }

  has(item: string): boolean {
    return this.alive.some(([each]) => each === item);
  }

  items(): string[] {
    return [...new Set(this.alive.map(([item]) => item))].sort();
  }

  state(): OrState {
    return { seen: { ...this.seen }, alive: this.alive };
  }

  merge({ seen, alive }: OrState): void {
    const holds = (list: OrState['alive'], [, node, number]: OrState['alive'][number]) =>
      list.some(([, otherNode, other]) => otherNode === node && other === number);
    const mine = this.alive.filter((tag) => holds(alive, tag) || tag[2] > (seen[tag[1]] ?? 0));
    const theirs = alive.filter((tag) => !holds(this.alive, tag) && tag[2] > (this.seen[tag[1]] ?? 0));
    this.alive = [...mine, ...theirs];
    for (const node of Object.keys(seen)) this.seen[node] = Math.max(this.seen[node] ?? 0, seen[node]!);
  }
}
