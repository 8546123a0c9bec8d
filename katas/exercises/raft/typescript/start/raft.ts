import type { NodeContext, Plain } from './simulator/index.ts';

export type Role = 'follower' | 'candidate' | 'leader';

/** What is replicated: it must be given the same commands in the same order on every node. */
export interface Machine {
  apply(command: Plain): Plain;
  /** All that the commands so far have done, as plain data. */
  snapshot(): Plain;
  restore(snapshot: Plain): void;
}

/** What nodes send each other is yours to choose, as long as it is plain data. */
type Message = { readonly kind: string; readonly term: number };

/** One of several nodes that agree on a sequence of commands. */
export class RaftNode {
  role: Role = 'follower';
  term = 0;

  constructor(
    private readonly context: NodeContext,
    private readonly machine: Machine,
  ) {}

  /** Called once, when the node comes up: at the beginning, and after each crash. */
  onStart(): void {
    this.context.setTimer('election', this.context.random.between(150, 300));
  }

  onTimer(name: string): void {
    this.context.note(`the timer “${name}” is due`);
  }

  onMessage(from: string, message: Message): void {
    void [from, message];
  }

  /**
   * A client's command. False when this node does not lead; else `done` is called with the machine's answer once the
   * command is committed and applied here, and never if it is lost. From the second stage on.
   */
  propose(command: Plain, done: (result: Plain) => void): boolean {
    void [command, done, this.machine];
    return false;
  }
}
