/** Moves money between accounts; a transfer happens once, however often it is asked for. */
export class TransferService {
  context;
  opening;
  constructor(context, opening) {
    this.context = context;
    this.opening = opening;
  }

  balances() {
    return { ...this.opening };
  }

  /** A client asks for a transfer. */
  onCall(transfer, answer) {
    this.context.note(`asked for ${transfer.key}`);
    answer({ status: 'refused', why: 'key' });
  }

  /** From the second stage on: the checker has decided. */
  onMessage(_from, message) {
    void message;
  }

  onTimer(name) {
    void name;
  }
}
