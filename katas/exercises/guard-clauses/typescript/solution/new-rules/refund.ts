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

/** The questions that end the matter come first; what is left at the bottom is the ordinary case. */
export function decideRefund(order: Order): Decision {
  if (!order.paid) return refuse('not paid');
  if (order.refunded) return refuse('refunded already');
  if (!order.delivered) return decideUndelivered(order);
  if (order.kind === 'gift-card') return decideGiftCard(order);
  if (order.final && !order.damaged) return refuse('final sale');
  if (order.kind === 'digital') return decideDigital(order);
  if (order.damaged) return decideDamaged(order);
  return decideReturn(order);
}

function decideUndelivered(order: Order): Decision {
  if (!order.shipped) return payAll(order, 'never shipped');
  if (order.days > 14) return payAll(order, 'lost on its way');
  return refuse('on its way');
}

/** Money never comes out of a gift card: what was not used becomes credit. */
function decideGiftCard(order: Order): Decision {
  if (order.opened) return refuse('used');
  return { outcome: 'credit', amount: order.amount, reason: 'gift card' };
}

/** A download has no date: it was used, or it was not. */
function decideDigital(order: Order): Decision {
  if (order.damaged) return payAll(order, 'damaged');
  if (order.opened) return refuse('used');
  return payAll(order, 'returned in time');
}

function decideDamaged(order: Order): Decision {
  return order.days <= 730 ? payAll(order, 'damaged') : refuse('too late');
}

function decideReturn(order: Order): Decision {
  if (order.days > 30) return refuse('too late');
  if (!order.opened) return payAll(order, 'returned in time');
  if (order.amount > 50000) return { outcome: 'ask', amount: 0, reason: 'opened and expensive' };
  return { outcome: 'pay', amount: Math.floor((order.amount * 80) / 100), reason: 'opened' };
}

function refuse(reason: string): Decision {
  return { outcome: 'refuse', amount: 0, reason };
}

function payAll({ amount }: Order, reason: string): Decision {
  return { outcome: 'pay', amount, reason };
}
