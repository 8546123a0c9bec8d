/** Everything the shop knows about an order for which money is asked back. */
export interface Order {
  paid: boolean;
  /** The money went back already. */
  refunded: boolean;
  shipped: boolean;
  delivered: boolean;
  kind: 'goods' | 'digital' | 'gift-card';
  damaged: boolean;
  /** Goods: unpacked. Digital: downloaded. Gift card: used. */
  opened: boolean;
  /** Bought in a sale that says "no returns". */
  final: boolean;
  /** Since the delivery; as long as nothing is delivered, since it was shipped. */
  days: number;
  /** What was paid, in cents. */
  amount: number;
}

export interface Decision {
  outcome: 'refuse' | 'pay' | 'credit' | 'ask';
  /** Cents that go back. */
  amount: number;
  reason: string;
}

type Rule = [fits: (order: Order) => boolean, decide: (order: Order) => Decision];

const refuse =
  (reason: string) =>
  (): Decision => ({ outcome: 'refuse', amount: 0, reason });

const pay =
  (percent: number, reason: string) =>
  ({ amount }: Order): Decision => ({ outcome: 'pay', amount: Math.floor((amount * percent) / 100), reason });

const ask = (): Decision => ({ outcome: 'ask', amount: 0, reason: 'opened and expensive' });

const credit = ({ amount }: Order): Decision => ({ outcome: 'credit', amount, reason: 'gift card' });

/** Read from the top; the first rule that fits decides. */
const rules: Rule[] = [
  [({ paid }) => !paid, refuse('not paid')],
  [({ refunded }) => refunded, refuse('refunded already')],
  [({ shipped, delivered }) => !delivered && !shipped, pay(100, 'never shipped')],
  [({ delivered, days }) => !delivered && days > 14, pay(100, 'lost on its way')],
  [({ delivered }) => !delivered, refuse('on its way')],
  [({ kind, opened }) => kind === 'gift-card' && opened, refuse('used')],
  [({ kind }) => kind === 'gift-card', credit],
  [({ final, damaged }) => final && !damaged, refuse('final sale')],
  [({ kind, damaged }) => kind === 'digital' && damaged, pay(100, 'damaged')],
  [({ kind, opened }) => kind === 'digital' && opened, refuse('used')],
  [({ kind }) => kind === 'digital', pay(100, 'returned in time')],
  [({ damaged, days }) => damaged && days <= 730, pay(100, 'damaged')],
  [({ days }) => days > 30, refuse('too late')],
  [({ opened }) => !opened, pay(100, 'returned in time')],
  [({ amount }) => amount > 50000, ask],
  [() => true, pay(80, 'opened')],
];

export function decideRefund(order: Order): Decision {
  const [, decide] = rules.find(([fits]) => fits(order))!;
  return decide(order);
}
