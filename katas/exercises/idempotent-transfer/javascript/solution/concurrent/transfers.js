const askAgainMs = 50;

/** Moves money between accounts; a transfer happens once, however often it is asked for. */
export class TransferService {
  context;
  accounts;
  decided = new Map();
  pending = new Map();

  constructor(context, opening) {
    this.context = context;
    this.accounts = { ...opening };
  }

  balances() {
    return { ...this.accounts };
  }

  onCall(transfer, answer) {
    const known = this.decided.get(transfer.key) ?? this.pending.get(transfer.key);
    if (known && !isSame(known.transfer, transfer)) return answer(refuse('key'));
    if (known && 'answer' in known) return answer(known.answer);
    if (known) return void known.waiting.push(answer);
    this.pending.set(transfer.key, { transfer, waiting: [answer] });
    this.askForCheck(transfer.key);
  }

  onTimer(key) {
    this.askForCheck(key);
  }

  onMessage(_from, { key, approved }) {
    const pending = this.pending.get(key);
    if (!pending) return;
    const answer = approved ? this.perform(pending.transfer) : refuse('check');
    this.pending.delete(key);
    this.context.cancelTimer(key);
    this.decided.set(key, { transfer: pending.transfer, answer });
    for (const tell of pending.waiting) tell(answer);
  }

  askForCheck(key) {
    const pending = this.pending.get(key);
    if (!pending) return;
    this.context.send('checker', { ...pending.transfer });
    this.context.setTimer(key, askAgainMs);
  }

  perform({ from, to, amount }) {
    const balance = this.accounts[from];
    if (!Number.isInteger(amount) || amount <= 0) return refuse('amount');
    if (balance === undefined || this.accounts[to] === undefined) return refuse('account');
    if (balance < amount) return refuse('funds');
    this.accounts[from] = balance - amount;
    this.accounts[to] = this.accounts[to] + amount;
    return { status: 'done' };
  }
}

const refuse = (why) => ({ status: 'refused', why });

function isSame(one, other) {
  return one.from === other.from && one.to === other.to && one.amount === other.amount;
}
