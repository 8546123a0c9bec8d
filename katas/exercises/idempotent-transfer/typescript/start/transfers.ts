import type { NodeContext, Plain } from './simulator/index.ts';

/** Moves an amount, in cents. The client chose the key, and repeats it whenever it asks for the same transfer again. */
export interface Transfer {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}

export type Answer =
  | { readonly status: 'done' }
  | { readonly status: 'refused'; readonly why: 'key' | 'amount' | 'account' | 'funds' | 'check' };

export type Balances = Record<string, number>;

/** Moves money between accounts; a transfer happens once, however often it is asked for. */
export class TransferService {
  constructor(
    private readonly context: NodeContext,
    private readonly opening: Readonly<Balances>,
  ) {}

  balances(): Balances {
    return { ...this.opening };
  }

  /** A client asks for a transfer. */
  onCall(transfer: Transfer, answer: (answer: Plain) => void): void {
    this.context.note(`asked for ${transfer.key}`);
    answer({ status: 'refused', why: 'key' });
  }

  /** From the second stage on: the checker has decided. */
  onMessage(_from: string, message: { readonly key: string; readonly approved: boolean }): void {
    void message;
  }

  onTimer(name: string): void {
    void name;
  }
}
