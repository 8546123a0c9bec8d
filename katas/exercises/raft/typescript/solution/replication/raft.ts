import type { NodeContext, Plain } from './simulator/index.ts';

export type Role = 'follower' | 'candidate' | 'leader';

/** What is replicated: it must be given the same commands in the same order on every node. */
export interface Machine {
  apply(command: Plain): Plain;
  /** All that the commands so far have done, as plain data. */
  snapshot(): Plain;
  restore(snapshot: Plain): void;
}
interface Entry {
  readonly term: number;
  readonly command: Plain;
}
type Message =
  | { readonly kind: 'ask-vote'; readonly term: number; readonly lastIndex: number; readonly lastTerm: number }
  | { readonly kind: 'vote'; readonly term: number; readonly granted: boolean }
  | Append
  | { readonly kind: 'appended'; readonly term: number; readonly ok: boolean; readonly match: number };

interface Append {
  readonly kind: 'append';
  readonly term: number;
  /** The entry right before the new ones. */
  readonly previous: number;
  readonly previousTerm: number;
  readonly entries: readonly Entry[];
  readonly committed: number;
}

const heartbeatMs = 50;
const electionMs = [150, 300] as const;

/** One of several nodes that agree on a sequence of commands. */
export class RaftNode {
  role: Role = 'follower';
  term = 0;
  private votedFor: string | null = null;
  private votes = new Set<string>();
  private log: Entry[] = [];
  private committed = 0;
  private applied = 0;
  /** Of a leader: what each peer is to get next, and what it surely has. */
  private next = new Map<string, number>();
  private matched = new Map<string, number>();
  /** Of a leader: whom to tell what came of an entry. */
  private readonly waiting = new Map<number, (result: Plain) => void>();

  constructor(
    private readonly context: NodeContext,
    private readonly machine: Machine,
  ) {}

  onStart(): void {
    this.waitForLeader();
  }

  onTimer(name: string): void {
    if (name === 'election') this.stand();
    else this.replicate();
  }

  onMessage(from: string, message: Message): void {
    if (message.term > this.term) this.follow(message.term);
    switch (message.kind) {
      case 'ask-vote':
        return this.answerVote(from, message);
      case 'vote':
        return this.countVote(from, message);
      case 'append':
        return this.accept(from, message);
      case 'appended':
        return this.hearPeer(from, message);
    }
  }

  /**
   * A client's command. False when this node does not lead; else `done` is called with the machine's answer once the
   * command is committed and applied here, and never if it is lost.
   */
  propose(command: Plain, done: (result: Plain) => void): boolean {
    if (this.role !== 'leader') return false;
    this.log.push({ term: this.term, command });
    this.waiting.set(this.lastIndex(), done);
    this.replicate();
    return true;
  }

  // Elections

  private stand(): void {
    this.term += 1;
    this.role = 'candidate';
    this.votedFor = this.context.id;
    this.votes = new Set([this.context.id]);
    this.sendAll({
      kind: 'ask-vote',
      term: this.term,
      lastIndex: this.lastIndex(),
      lastTerm: this.termAt(this.lastIndex()),
    });
    this.waitForLeader();
    this.leadIfElected();
  }

  private answerVote(from: string, { term, lastIndex, lastTerm }: Extract<Message, { kind: 'ask-vote' }>): void {
    const ownTerm = this.termAt(this.lastIndex());
    const isUpToDate = lastTerm > ownTerm || (lastTerm === ownTerm && lastIndex >= this.lastIndex());
    const granted = term === this.term && isUpToDate && (this.votedFor === null || this.votedFor === from);
    if (granted) {
      this.votedFor = from;
      this.waitForLeader();
    }
    this.context.send(from, { kind: 'vote', term: this.term, granted });
  }

  private countVote(from: string, { term, granted }: { readonly term: number; readonly granted: boolean }): void {
    if (this.role !== 'candidate' || term !== this.term || !granted) return;
    this.votes.add(from);
    this.leadIfElected();
  }

  private leadIfElected(): void {
    if (this.votes.size * 2 <= this.context.peers.length + 1) return;
    this.role = 'leader';
    this.context.cancelTimer('election');
    for (const peer of this.context.peers) {
      this.next.set(peer, this.lastIndex() + 1);
      this.matched.set(peer, 0);
    }
    this.replicate();
  }

  private follow(term: number): void {
    if (term > this.term) this.votedFor = null;
    this.term = term;
    this.role = 'follower';
    this.waiting.clear();
    this.context.cancelTimer('heartbeat');
    this.waitForLeader();
  }

  private waitForLeader(): void {
    this.context.setTimer('election', this.context.random.between(...electionMs));
  }

  private sendAll(message: Message): void {
    for (const peer of this.context.peers) this.context.send(peer, message as unknown as Plain);
  }

  // The log

  private replicate(): void {
    for (const peer of this.context.peers) this.replicateTo(peer);
    this.context.setTimer('heartbeat', heartbeatMs);
    this.commitWhatMostHave();
  }

  private replicateTo(peer: string): void {
    const previous = this.next.get(peer)! - 1;
    this.context.send(peer, {
      kind: 'append',
      term: this.term,
      previous,
      previousTerm: this.termAt(previous),
      entries: this.log.slice(previous) as unknown as Plain,
      committed: this.committed,
    });
  }

  private accept(from: string, { term, previous, previousTerm, entries, committed }: Append): void {
    if (term < this.term) return this.reply(from, false, 0);
    this.follow(term);
    if (previous > this.lastIndex() || this.termAt(previous) !== previousTerm)
      return this.reply(from, false, Math.min(previous - 1, this.lastIndex()));
    entries.forEach((entry, offset) => this.put(previous + 1 + offset, entry));
    this.commit(Math.min(committed, previous + entries.length));
    this.reply(from, true, previous + entries.length);
  }

  /** An entry that is there already stays, with all that follows it; one of another term goes, with all that follows it. */
  private put(index: number, entry: Entry): void {
    if (index <= this.lastIndex() && this.termAt(index) === entry.term) return;
    this.log.length = index - 1;
    this.log.push(entry);
  }

  private hearPeer(from: string, { term, ok, match }: Extract<Message, { kind: 'appended' }>): void {
    if (this.role !== 'leader' || term !== this.term) return;
    if (ok) {
      this.matched.set(from, Math.max(this.matched.get(from)!, match));
      this.next.set(from, this.matched.get(from)! + 1);
      this.commitWhatMostHave();
    } else {
      this.next.set(from, Math.max(this.matched.get(from)!, match) + 1);
      this.replicateTo(from);
    }
  }

  /** Only an entry of this term proves that no other leader can undo it; those before it are committed with it. */
  private commitWhatMostHave(): void {
    const lasts = [this.lastIndex(), ...this.matched.values()].sort((one, other) => other - one);
    const index = lasts[Math.floor(lasts.length / 2)]!;
    if (index > this.committed && this.termAt(index) === this.term) this.commit(index);
  }

  private commit(index: number): void {
    this.committed = Math.max(this.committed, index);
    while (this.applied < this.committed) {
      this.applied += 1;
      const result = this.machine.apply(this.log[this.applied - 1]!.command);
      this.waiting.get(this.applied)?.(result);
      this.waiting.delete(this.applied);
    }
  }

  private reply(to: string, ok: boolean, match: number): void {
    this.context.send(to, { kind: 'appended', term: this.term, ok, match });
  }

  private lastIndex(): number {
    return this.log.length;
  }

  /** The term of an entry; 0 before the first one. */
  private termAt(index: number): number {
    return this.log[index - 1]?.term ?? 0;
  }
}
