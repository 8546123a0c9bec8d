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
    """The questions that end the matter come first; what is left at the bottom is the ordinary case."""
    if not order.paid:
        return refuse("not paid")
    if order.refunded:
        return refuse("refunded already")
    if not order.delivered:
        return decide_undelivered(order)
    if order.kind == "digital":
        return decide_digital(order)
    if order.damaged:
        return decide_damaged(order)
    return decide_return(order)


def decide_undelivered(order):
    if not order.shipped:
        return pay_all(order, "never shipped")
    if order.days > 14:
        return pay_all(order, "lost on its way")
    return refuse("on its way")


def decide_digital(order):
    """A download has no date: it was used, or it was not."""
    if order.damaged:
        return pay_all(order, "damaged")
    if order.opened:
        return refuse("used")
    return pay_all(order, "returned in time")


def decide_damaged(order):
    return pay_all(order, "damaged") if order.days <= 730 else refuse("too late")


def decide_return(order):
    if order.days > 30:
        return refuse("too late")
    if not order.opened:
        return pay_all(order, "returned in time")
    if order.amount > 50000:
        return Decision("ask", 0, "opened and expensive")
    return Decision("pay", order.amount * 80 // 100, "opened")


def refuse(reason):
    return Decision("refuse", 0, reason)


def pay_all(order, reason):
    return Decision("pay", order.amount, reason)
