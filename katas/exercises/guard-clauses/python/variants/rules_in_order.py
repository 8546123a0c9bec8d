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


def refuse(reason):
    return lambda order: Decision("refuse", 0, reason)


def pay(percent, reason):
    return lambda order: Decision("pay", order.amount * percent // 100, reason)


def ask(order):
    return Decision("ask", 0, "opened and expensive")


def credit(order):
    return Decision("credit", order.amount, "gift card")


# Read from the top; the first rule that fits decides.
RULES = [
    (lambda order: not order.paid, refuse("not paid")),
    (lambda order: order.refunded, refuse("refunded already")),
    (lambda order: not order.delivered and not order.shipped, pay(100, "never shipped")),
    (lambda order: not order.delivered and order.days > 14, pay(100, "lost on its way")),
    (lambda order: not order.delivered, refuse("on its way")),
    (lambda order: order.kind == "gift-card" and order.opened, refuse("used")),
    (lambda order: order.kind == "gift-card", credit),
    (lambda order: order.final and not order.damaged, refuse("final sale")),
    (lambda order: order.kind == "digital" and order.damaged, pay(100, "damaged")),
    (lambda order: order.kind == "digital" and order.opened, refuse("used")),
    (lambda order: order.kind == "digital", pay(100, "returned in time")),
    (lambda order: order.damaged and order.days <= 730, pay(100, "damaged")),
    (lambda order: order.days > 30, refuse("too late")),
    (lambda order: not order.opened, pay(100, "returned in time")),
    (lambda order: order.amount > 50000, ask),
    (lambda order: True, pay(80, "opened")),
]


def decide_refund(order):
    return next(decide(order) for fits, decide in RULES if fits(order))
