import type { NodeContext, Plain } from './simulator/index.ts';

export type Role = 'follower' | 'candidate' | 'leader';

/** What is replicated: it must be given the same commands in the same order on every node. */
export interface Machine {
  apply(command: Plain): Plain;
  /** All that the commands so far have done, as plain data. */
  snapshot(): Plain;
  restore(snapshot: Plain): void;
}
type Message =
  | { readonly kind: 'ask-vote'; readonly term: number }
  | { readonly kind: 'vote'; readonly term: number; readonly granted: boolean }
  | { readonly kind: 'heartbeat'; readonly term: number };

const heartbeatMs = 50;
const electionMs = [150, 300] as const;

/** One of several nodes that agree on a sequence of commands. */
export class RaftNode {
  role: Role = 'follower';
  term = 0;
  private votedFor: string | null = null;
  private votes = new Set<string>();

  constructor(
    private readonly context: NodeContext,
    private readonly machine: Machine,
  ) {}

  onStart(): void {
    this.waitForLeader();
  }

  onTimer(name: string): void {
    if (name === 'election') this.stand();
    else this.sendHeartbeats();
  }

  onMessage(from: string, message: Message): void {
    if (message.term > this.term) this.follow(message.term);
    switch (message.kind) {
      case 'ask-vote':
        return this.answerVote(from, message);
      case 'vote':
        return this.countVote(from, message);
      case 'heartbeat':
        return this.hearLeader(message);
    }
  }

  /** A client's command; from the second stage on. */
  propose(command: Plain, done: (result: Plain) => void): boolean {
    void [command, done, this.machine];
    return false;
  }

  // Elections

  private stand(): void {
    this.term += 1;
    this.role = 'candidate';
    this.votedFor = this.context.id;
    this.votes = new Set([this.context.id]);
    this.sendAll({ kind: 'ask-vote', term: this.term });
    this.waitForLeader();
    this.leadIfElected();
  }

  private answerVote(from: string, { term }: { readonly term: number }): void {
    const granted = term === this.term && (this.votedFor === null || this.votedFor === from);
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
    this.sendHeartbeats();
  }

  private sendHeartbeats(): void {
    this.sendAll({ kind: 'heartbeat', term: this.term });
    this.context.setTimer('heartbeat', heartbeatMs);
  }

  private hearLeader({ term }: { readonly term: number }): void {
    if (term === this.term) this.follow(term);
  }

  private follow(term: number): void {
    if (term > this.term) this.votedFor = null;
    this.term = term;
    this.role = 'follower';
    this.context.cancelTimer('heartbeat');
    this.waitForLeader();
  }

  private waitForLeader(): void {
    this.context.setTimer('election', this.context.random.between(...electionMs));
  }

  private sendAll(message: Message): void {
    for (const peer of this.context.peers) this.context.send(peer, message as unknown as Plain);
  }
}
