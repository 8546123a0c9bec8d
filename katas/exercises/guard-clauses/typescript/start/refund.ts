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

export function decideRefund(order: Order): Decision {
  let decision: Decision;
  if (order.paid) {
    if (!order.refunded) {
      if (order.delivered) {
        if (order.kind === 'digital') {
          if (order.damaged) {
            decision = { outcome: 'pay', amount: order.amount, reason: 'damaged' };
          } else {
            if (order.opened) {
              decision = { outcome: 'refuse', amount: 0, reason: 'used' };
            } else {
              decision = { outcome: 'pay', amount: order.amount, reason: 'returned in time' };
            }
          }
        } else {
          if (order.damaged) {
            if (order.days <= 730) {
              decision = { outcome: 'pay', amount: order.amount, reason: 'damaged' };
            } else {
              decision = { outcome: 'refuse', amount: 0, reason: 'too late' };
            }
          } else {
            if (order.days <= 30) {
              if (order.opened) {
                if (order.amount > 50000) {
                  decision = { outcome: 'ask', amount: 0, reason: 'opened and expensive' };
                } else {
                  decision = { outcome: 'pay', amount: Math.floor((order.amount * 80) / 100), reason: 'opened' };
                }
              } else {
                decision = { outcome: 'pay', amount: order.amount, reason: 'returned in time' };
              }
            } else {
              decision = { outcome: 'refuse', amount: 0, reason: 'too late' };
            }
          }
        }
      } else {
        if (order.shipped) {
          if (order.days > 14) {
            decision = { outcome: 'pay', amount: order.amount, reason: 'lost on its way' };
          } else {
            decision = { outcome: 'refuse', amount: 0, reason: 'on its way' };
          }
        } else {
          decision = { outcome: 'pay', amount: order.amount, reason: 'never shipped' };
        }
      }
    } else {
      decision = { outcome: 'refuse', amount: 0, reason: 'refunded already' };
    }
  } else {
    decision = { outcome: 'refuse', amount: 0, reason: 'not paid' };
  }
  return decision;
}
