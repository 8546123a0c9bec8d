/** Moves money between accounts; a transfer happens once, however often it is asked for. */
export class TransferService {
  context;
  accounts;
  decided = new Map();

  constructor(context, opening) {
    this.context = context;
    this.accounts = { ...opening };
  }

  balances() {
    return { ...this.accounts };
  }

  onCall(transfer, answer) {
    const known = this.decided.get(transfer.key);
    if (known) return answer(isSame(known.transfer, transfer) ? known.answer : refuse('key'));
    const result = this.perform(transfer);
    this.decided.set(transfer.key, { transfer, answer: result });
    this.context.note(`${transfer.key} is ${result.status}`);
    answer(result);
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
