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

/** Moves money between accounts; a transfer happens once, however often it is asked for. */
export class TransferService {
  private accounts: Balances;
  private readonly decided = new Map<string, Decided>();

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
    const known = this.decided.get(transfer.key);
    if (known) return answer(isSame(known.transfer, transfer) ? known.answer : refuse('key'));
    const result = this.perform(transfer);
    this.decided.set(transfer.key, { transfer, answer: result });
    this.context.note(`${transfer.key} is ${result.status}`);
    answer(result);
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
