import type { NodeContext, Plain } from './simulator/index.ts';

export type Transfer = { readonly key: string; readonly from: string; readonly to: string; readonly amount: number };
type Outcome = { readonly status: 'done' } | { readonly status: 'refused'; readonly why: string };
export type Answer = { readonly status: 'done' } | { readonly status: 'refused'; readonly why: 'key' | 'amount' | 'account' | 'funds' | 'check' };
export type Balances = Record<string, number>;

/** Keeps no balances: a journal of what was decided, one line for each, from which they are added up. */
export class TransferService {
  private readonly journal: (Transfer & { readonly outcome: Outcome })[] = [];
  private readonly open = new Map<string, { transfer: Transfer; asked: ((answer: Plain) => void)[] }>();
  private readonly context: NodeContext;
  private readonly opening: Readonly<Balances>;

  constructor(context: NodeContext, opening: Readonly<Balances>) {
    this.context = context;
    this.opening = opening;
    const lines = String(context.disk.read('journal') ?? '').split('\n');
    // The last line may be torn; a whole one ends with a line break.
    for (const line of lines.slice(0, -1)) this.journal.push(JSON.parse(line));
    context.disk.write('journal', lines.slice(0, -1).map((line) => `${line}\n`).join(''));
  }

  balances(): Balances {
    const sums = { ...this.opening };
    for (const { from, to, amount, outcome } of this.journal) {
      if (outcome.status !== 'done') continue;
      sums[from] = sums[from]! - amount;
      sums[to] = sums[to]! + amount;
    }
    return sums;
  }

  onCall(transfer: Transfer, answer: (answer: Plain) => void): void {
    const decided = this.journal.find(({ key }) => key === transfer.key);
    const before = decided ?? this.open.get(transfer.key)?.transfer;
    const differs = before && (['from', 'to', 'amount'] as const).some((part) => before[part] !== transfer[part]);
    if (differs) return answer({ status: 'refused', why: 'key' });
    if (decided) return answer({ ...decided.outcome });
    const open = this.open.get(transfer.key) ?? { transfer, asked: [] };
    open.asked.push(answer);
    this.open.set(transfer.key, open);
    this.onTimer(transfer.key);
  }

  onTimer(key: string): void {
    const open = this.open.get(key);
    if (!open) return;
    this.context.send('checker', { ...open.transfer });
    this.context.setTimer(key, 50);
  }

  onMessage(_from: string, { key, approved }: { readonly key: string; readonly approved: boolean }): void {
    const open = this.open.get(key);
    if (!open) return;
    this.open.delete(key);
    const why = approved ? this.objection(open.transfer) : 'check';
    const outcome: Outcome = why ? { status: 'refused', why } : { status: 'done' };
    const line = { ...open.transfer, outcome };
    this.journal.push(line);
    this.context.disk.append('journal', `${JSON.stringify(line)}\n`);
    this.context.disk.sync();
    open.asked.forEach((answer) => answer({ ...outcome }));
  }

  private objection({ from, to, amount }: Transfer): string | undefined {
    const balances = this.balances();
    if (amount < 1 || amount !== Math.floor(amount)) return 'amount';
    if (!(from in balances && to in balances)) return 'account';
    return amount > balances[from]! ? 'funds' : undefined;
  }
}
