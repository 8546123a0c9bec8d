from lru_cache import LruCache

ROUNDS = 64


def prepare(n, order, random):
    """A full cache of n entries, and the places at which it will be used."""
    cache = LruCache(n)
    for key in range(n):
        cache.put(key, key)
    if order == "random":
        places = [int(random() * n) for _ in range(ROUNDS)]
    else:
        places = [n // 2 + round if order == "ascending" else n - 1 - round for round in range(ROUNDS)]
    return cache, n, places


def run(given):
    """As many calls whatever n is: what grows is the cost of one of them."""
    cache, n, places = given
    for round, place in enumerate(places):
        cache.get(place)
        cache.peek(place)
        cache.put(place, round)
        cache.put(n + round, round)
        cache.delete(n + round)
        cache.put(2 * n + round, round)
        cache.get(-1)
