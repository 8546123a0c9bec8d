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

/** A transfer that was decided, and what was answered. */
interface Decided {
  readonly transfer: Transfer;
  readonly answer: Answer;
}

/** A transfer that is being checked, and everyone who waits for its answer. */
interface Pending {
  readonly transfer: Transfer;
  readonly waiting: ((answer: Plain) => void)[];
}

const askAgainMs = 50;

/** Moves money between accounts; a transfer happens once, however often it is asked for. */
export class TransferService {
  private accounts: Balances;
  private readonly decided = new Map<string, Decided>();
  private readonly pending = new Map<string, Pending>();

  constructor(
    private readonly context: NodeContext,
    opening: Readonly<Balances>,
  ) {
    this.accounts = { ...opening };
  }

  balances(): Balances {
    return { ...this.accounts };
  }

  onCall(transfer: Transfer, answer: (answer: Plain) => void): void {
    const known = this.decided.get(transfer.key) ?? this.pending.get(transfer.key);
    if (known && !isSame(known.transfer, transfer)) return answer(refuse('key'));
    if (known && 'answer' in known) return answer(known.answer);
    if (known) return void known.waiting.push(answer);
    this.pending.set(transfer.key, { transfer, waiting: [answer] });
    this.askForCheck(transfer.key);
  }

  onTimer(key: string): void {
    this.askForCheck(key);
  }

  onMessage(_from: string, { key, approved }: { readonly key: string; readonly approved: boolean }): void {
    const pending = this.pending.get(key);
    if (!pending) return;
    const answer = approved ? this.perform(pending.transfer) : refuse('check');
    this.pending.delete(key);
    this.context.cancelTimer(key);
    this.decided.set(key, { transfer: pending.transfer, answer });
    for (const tell of pending.waiting) tell(answer);
  }

  private askForCheck(key: string): void {
    const pending = this.pending.get(key);
    if (!pending) return;
    this.context.send('checker', { ...pending.transfer });
    this.context.setTimer(key, askAgainMs);
  }

  private perform({ from, to, amount }: Transfer): Answer {
    const balance = this.accounts[from];
    if (!Number.isInteger(amount) || amount <= 0) return refuse('amount');
    if (balance === undefined || this.accounts[to] === undefined) return refuse('account');
    if (balance < amount) return refuse('funds');
    this.accounts[from] = balance - amount;
    this.accounts[to] = this.accounts[to]! + amount;
    return { status: 'done' };
  }
}

const refuse = (why: Extract<Answer, { status: 'refused' }>['why']): Answer => ({ status: 'refused', why });

function isSame(one: Transfer, other: Transfer): boolean {
  return one.from === other.from && one.to === other.to && one.amount === other.amount;
}
