/** The questions that end the matter come first; what is left at the bottom is the ordinary case. */
export function decideRefund(order) {
  if (!order.paid) return refuse('not paid');
  if (order.refunded) return refuse('refunded already');
  if (!order.delivered) return decideUndelivered(order);
  if (order.kind === 'digital') return decideDigital(order);
  if (order.damaged) return decideDamaged(order);
  return decideReturn(order);
}

function decideUndelivered(order) {
  if (!order.shipped) return payAll(order, 'never shipped');
  if (order.days > 14) return payAll(order, 'lost on its way');
  return refuse('on its way');
}

/** A download has no date: it was used, or it was not. */
function decideDigital(order) {
  if (order.damaged) return payAll(order, 'damaged');
  if (order.opened) return refuse('used');
  return payAll(order, 'returned in time');
}

function decideDamaged(order) {
  return order.days <= 730 ? payAll(order, 'damaged') : refuse('too late');
}

function decideReturn(order) {
  if (order.days > 30) return refuse('too late');
  if (!order.opened) return payAll(order, 'returned in time');
  if (order.amount > 50000) return { outcome: 'ask', amount: 0, reason: 'opened and expensive' };
  return { outcome: 'pay', amount: Math.floor((order.amount * 80) / 100), reason: 'opened' };
}

function refuse(reason) {
  return { outcome: 'refuse', amount: 0, reason };
}

function payAll({ amount }, reason) {
  return { outcome: 'pay', amount, reason };
}
