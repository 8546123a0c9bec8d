from dataclasses import dataclass


@dataclass
class Order:
    """Everything the shop knows about an order for which money is asked back."""

    paid: bool
    refunded: bool  # the money went back already
    shipped: bool
    delivered: bool
    kind: str  # "goods", "digital" or "gift-card"
    damaged: bool
    opened: bool  # goods: unpacked; digital: downloaded; gift card: used
    final: bool  # bought in a sale that says "no returns"
    days: int  # since the delivery; as long as nothing is delivered, since it was shipped
    amount: int  # what was paid, in cents


@dataclass
class Decision:
    outcome: str  # "refuse", "pay", "credit" or "ask"
    amount: int  # cents that go back
    reason: str


def decide_refund(order):
    if not order.paid:
        return Decision("refuse", 0, "not paid")
    if order.refunded:
        return Decision("refuse", 0, "refunded already")
    if order.delivered:
        if order.kind == "digital":
            if order.damaged:
                decision = Decision("pay", order.amount, "damaged")
            else:
                if order.opened:
                    decision = Decision("refuse", 0, "used")
                else:
                    decision = Decision("pay", order.amount, "returned in time")
        else:
            if order.damaged:
                if order.days <= 730:
                    decision = Decision("pay", order.amount, "damaged")
                else:
                    decision = Decision("refuse", 0, "too late")
            else:
                if order.days <= 30:
                    if order.opened:
                        if order.amount > 50000:
                            decision = Decision("ask", 0, "opened and expensive")
                        else:
                            decision = Decision("pay", order.amount * 80 // 100, "opened")
                    else:
                        decision = Decision("pay", order.amount, "returned in time")
                else:
                    decision = Decision("refuse", 0, "too late")
    else:
        if order.shipped:
            if order.days > 14:
                decision = Decision("pay", order.amount, "lost on its way")
            else:
                decision = Decision("refuse", 0, "on its way")
        else:
            decision = Decision("pay", order.amount, "never shipped")
    return decision
