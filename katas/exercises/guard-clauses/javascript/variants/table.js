const refuse = (reason) => () => ({ outcome: 'refuse', amount: 0, reason });

const pay =
  (percent, reason) =>
  ({ amount }) => ({ outcome: 'pay', amount: Math.floor((amount * percent) / 100), reason });

const ask = () => ({ outcome: 'ask', amount: 0, reason: 'opened and expensive' });

/** Read from the top; the first rule that fits decides. */
const rules = [
  [({ paid }) => !paid, refuse('not paid')],
  [({ refunded }) => refunded, refuse('refunded already')],
  [({ shipped, delivered }) => !delivered && !shipped, pay(100, 'never shipped')],
  [({ delivered, days }) => !delivered && days > 14, pay(100, 'lost on its way')],
  [({ delivered }) => !delivered, refuse('on its way')],
  [({ kind, damaged }) => kind === 'digital' && damaged, pay(100, 'damaged')],
  [({ kind, opened }) => kind === 'digital' && opened, refuse('used')],
  [({ kind }) => kind === 'digital', pay(100, 'returned in time')],
  [({ damaged, days }) => damaged && days <= 730, pay(100, 'damaged')],
  [({ days }) => days > 30, refuse('too late')],
  [({ opened }) => !opened, pay(100, 'returned in time')],
  [({ amount }) => amount > 50000, ask],
  [() => true, pay(80, 'opened')],
];

export function decideRefund(order) {
  const [, decide] = rules.find(([fits]) => fits(order));
  return decide(order);
}
