import type { NodeContext, Plain } from './simulator/index.ts';

export type Role = 'follower' | 'candidate' | 'leader';

export interface Machine {
  apply(command: Plain): Plain;
  snapshot(): Plain;
  restore(snapshot: Plain): void;
}

type Entry = readonly [term: number, command: Plain];
type Base = readonly [index: number, term: number, state: Plain];
interface Kept {
  term: number;
  vote: string | null;
  base: Base;
  tail: Entry[];
}
type Message = { readonly term: number } & (
  | { readonly k: 'elect'; readonly last: readonly [number, number] }
  | { readonly k: 'elected' | 'late' }
  | { readonly k: 'all'; readonly base: Base; readonly tail: Entry[]; readonly done: number }
  | { readonly k: 'have'; readonly upto: number }
);

/** Sends everything it has with every heartbeat, and keeps everything that must survive in one value on disk. */
export class RaftNode {
  role: Role = 'follower';
  private readonly context: NodeContext;
  private readonly machine: Machine;
  private readonly kept: Kept;
  private applied: number;
  private supporters = new Set<string>();
  private have: Record<string, number> = {};
  private owed: Record<number, (result: Plain) => void> = {};

  constructor(context: NodeContext, machine: Machine) {
    this.context = context;
    this.machine = machine;
    this.kept = (context.disk.read('all') as unknown as Kept | undefined) ?? { term: 0, vote: null, base: [0, 0, null], tail: [] };
    this.applied = this.kept.base[0];
    if (this.applied > 0) machine.restore(this.kept.base[2]);
  }

  get term(): number {
    return this.kept.term;
  }

  onStart(): void {
    this.rest();
  }

  onTimer(_name: string): void {
    if (this.role === 'leader') return this.preach();
    this.enter(this.term + 1, this.context.id);
    this.role = 'candidate';
    this.supporters = new Set([this.context.id]);
    this.tell({ k: 'elect', last: this.last() });
    this.maybeLead();
  }

  onMessage(from: string, message: Message): void {
    if (message.term > this.term) this.enter(message.term, null);
    if (message.term < this.term) return this.context.send(from, { k: 'late', term: this.term });
    if (message.k === 'elect') this.elect(from, message.last);
    if (message.k === 'elected' && this.role === 'candidate') {
      this.supporters.add(from);
      this.maybeLead();
    }
    if (message.k === 'all') this.takeAll(from, message);
    if (message.k === 'have' && this.role === 'leader') {
      this.have[from] = Math.max(this.have[from] ?? 0, message.upto);
      this.count();
    }
  }

  propose(command: Plain, done: (result: Plain) => void): boolean {
    if (this.role !== 'leader') return false;
    this.kept.tail.push([this.term, command]);
    this.keep();
    this.owed[this.last()[1]] = done;
    this.preach();
    return true;
  }

  private elect(from: string, [term, index]: readonly [number, number]): void {
    const [ownTerm, ownIndex] = this.last();
    if (term < ownTerm || (term === ownTerm && index < ownIndex)) return;
    if (this.kept.vote !== null && this.kept.vote !== from) return;
    this.kept.vote = from;
    this.keep();
    this.rest();
    this.context.send(from, { k: 'elected', term: this.term });
  }

  private takeAll(from: string, { base, tail, done }: Extract<Message, { k: 'all' }>): void {
    this.role = 'follower';
    this.rest();
    const upto = base[0] + tail.length;
    if (base[0] > this.applied) {
      this.machine.restore(base[2]);
      this.kept.base = base;
      this.kept.tail = [...tail];
      this.applied = base[0];
    } else this.merge(base[0], tail);
    this.keep();
    this.apply(Math.min(done, upto));
    this.context.send(from, { k: 'have', term: this.term, upto });
  }

  private merge(first: number, tail: readonly Entry[]): void {
    tail.forEach((entry, offset) => {
      const place = first + offset - this.kept.base[0];
      if (place < 0 || this.kept.tail[place]?.[0] === entry[0]) return;
      this.kept.tail.splice(place, Infinity, entry);
    });
  }

  private maybeLead(): void {
    if (2 * this.supporters.size <= this.context.peers.length + 1) return;
    this.role = 'leader';
    this.have = {};
    this.owed = {};
    this.preach();
  }

  private preach(): void {
    this.tell({ k: 'all', base: this.kept.base, tail: this.kept.tail, done: this.applied });
    this.context.setTimer('tick', 50);
    this.count();
  }

  private count(): void {
    const all = [this.last()[1], ...this.context.peers.map((peer) => this.have[peer] ?? 0)].sort((a, b) => a - b);
    const upto = all[Math.floor((all.length - 1) / 2)]!;
    if (upto > this.applied && this.kept.tail[upto - this.kept.base[0] - 1]![0] === this.term) this.apply(upto);
  }

  private apply(upto: number): void {
    while (this.applied < upto) {
      const [, command] = this.kept.tail[this.applied - this.kept.base[0]]!;
      this.applied += 1;
      const result = this.machine.apply(command);
      if (this.role === 'leader') this.owed[this.applied]?.(result);
    }
    const cut = this.applied - this.kept.base[0];
    if (this.kept.tail.length <= 15 || cut === 0) return;
    this.kept.base = [this.applied, this.kept.tail[cut - 1]![0], this.machine.snapshot()];
    this.kept.tail = this.kept.tail.slice(cut);
    this.keep();
  }

  private enter(term: number, vote: string | null): void {
    this.kept.term = term;
    this.kept.vote = vote;
    this.role = 'follower';
    this.keep();
    this.rest();
  }

  private last(): readonly [number, number] {
    const { base, tail } = this.kept;
    return [tail.at(-1)?.[0] ?? base[1], base[0] + tail.length];
  }

  private tell(message: object): void {
    for (const peer of this.context.peers) this.context.send(peer, { ...message, term: this.term } as unknown as Plain);
  }

  private rest(): void {
    this.context.setTimer('tick', this.context.random.between(160, 320));
  }

  private keep(): void {
    this.context.disk.write('all', this.kept as unknown as Plain);
    this.context.disk.sync();
  }
}
