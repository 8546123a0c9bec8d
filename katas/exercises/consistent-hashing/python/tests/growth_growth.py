from hash_ring import HashRing

ROUNDS = 64


def place(text):
    """Where a text stands: "a#3" at 6000, "b#3" at 7000, "k17" at 17."""
    number = int(text[1:].lstrip("#") or 0)
    if text.startswith("k"):
        return number
    return number * 2000 + (1000 if text.startswith("b") else 0)


def prepare(n, order, random):
    """A ring of n points, and keys in its middle, near its end or anywhere."""
    ring = HashRing(place, n // 2)
    ring.add("a")
    ring.add("b")
    if order == "random":
        keys = [f"k{int(random() * n) * 1000 + 500}" for _ in range(ROUNDS)]
    elif order == "ascending":
        keys = [f"k{n // 2 * 1000 + round}" for round in range(ROUNDS)]
    else:
        keys = [f"k{n * 1000 - round}" for round in range(ROUNDS)]
    return ring, keys


def run(given):
    """As many keys whatever n is: what grows is the cost of one of them."""
    ring, keys = given
    for key in keys:
        ring.node_for(key)
