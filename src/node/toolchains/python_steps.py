"""What a step of a learner's Python costs, and the counter that adds it up: one for each function entered and each
round of a loop, and the length of what a built-in walks. `python_rewrite.py` puts the calls into the source.
"""

from collections import deque
from math import ceil, log2

SEQUENCES = (list, tuple, str, bytes, bytearray, deque)
SETS = (set, frozenset)


class StepsUsedUp(BaseException):
    """Raised inside the learner's code once it has used its steps up; not an Exception, so that it is not caught."""


class Steps:
    """Reachable from the rewritten code under the name COUNTER."""

    def __init__(self):
        self.n = 0
        self.limit = float("inf")

    def tick(self):
        self.n += 1
        if self.n > self.limit:
            raise StepsUsedUp
        return True

    def charge(self, steps):
        self.n += steps
        if self.n > self.limit:
            raise StepsUsedUp

    def walked(self, value):
        """A value that is walked to its end; an iterator is counted while it is walked."""
        if hasattr(value, "__len__"):
            self.charge(len(value))
            return value
        return self.counted(value)

    def counted(self, values):
        for value in values:
            self.tick()
            yield value

    def method(self, owner, name, *args, **kwargs):
        bound = getattr(owner, name)
        price = METHODS.get(name) if is_built_in(bound) else None
        if price is None:
            return bound(*args, **kwargs)
        target = bound.__self__
        if name in ("extend", "update", "join") and args and not hasattr(args[0], "__len__"):
            return bound(self.counted(args[0]), *args[1:], **kwargs)
        size = len(target) if hasattr(target, "__len__") else 0
        try:
            result = bound(*args, **kwargs)
        except (ValueError, KeyError, IndexError):
            self.charge(max(1, size))
            raise
        self.charge(max(1, price(target, size, args, result)))
        return result

    def function(self, function, *args, **kwargs):
        name = kind_of(function)
        if name == "collect" and args:
            return function(self.walked(args[0]), *args[1:], **kwargs)
        if name == "search" and args:
            return function(self.counted(args[0]), *args[1:], **kwargs)
        if name == "extreme" and args:
            if len(args) > 1:
                self.charge(len(args))
                return function(*args, **kwargs)
            return function(self.walked(args[0]), **kwargs)
        if name == "sort" and args:
            values = list(args[0])
            self.charge(sorting(len(values)))
            return function(values, *args[1:], **kwargs)
        if name == "reduce" and len(args) > 1:
            return function(args[0], self.walked(args[1]), *args[2:], **kwargs)
        price = LIBRARY.get(getattr(function, "__name__", "")) if is_library(function) else None
        if price and args:
            sizes = [len(arg) for arg in args if hasattr(arg, "__len__")]
            self.charge(max(1, price(max(sizes, default=1))))
        return function(*args, **kwargs)

    def contains(self, value, container):
        result = value in container
        if isinstance(container, (list, tuple, deque)):
            self.charge(container.index(value) + 1 if result else max(1, len(container)))
        elif isinstance(container, (str, bytes, bytearray)):
            at = container.find(value)
            self.charge(at + 1 if at >= 0 else max(1, len(container)))
        return result

    def item(self, owner, key):
        result = owner[key]
        if isinstance(result, SEQUENCES):
            self.charge(len(result))
        return result

    def replaced(self, owner, value):
        """What is put in the place of a slice of `owner`."""
        if isinstance(owner, SEQUENCES):
            self.charge(len(owner))
        return value

    def delete(self, owner, key):
        if isinstance(owner, (list, bytearray, deque)):
            start = key.start if isinstance(key, slice) else key
            self.charge(moved(len(owner), start))
        del owner[key]

    def joined(self, left, right, operate):
        result = operate(left, right)
        if isinstance(result, (list, tuple, deque, *SETS)):
            self.charge(len(result))
        return result

    def add(self, left, right):
        return self.joined(left, right, lambda a, b: a + b)

    def times(self, left, right):
        return self.joined(left, right, lambda a, b: a * b)

    def either(self, left, right):
        return self.joined(left, right, lambda a, b: a | b)

    def both(self, left, right):
        if isinstance(left, SETS):
            self.charge(min(len(left), len(right)))
        return left & right

    def minus(self, left, right):
        if isinstance(left, SETS):
            self.charge(len(left))
        return left - right

    def extended(self, value):
        """The right side of `+=`; only what a list takes in is a walk."""
        if isinstance(value, (list, tuple, deque)):
            self.charge(len(value))
        return value


def is_built_in(bound):
    return type(bound).__name__ in ("builtin_function_or_method", "method-wrapper")


def kind_of(function):
    try:
        return FUNCTIONS.get(function)
    except TypeError:  # a callable object that cannot be hashed
        return None


def is_library(function):
    return getattr(function, "__module__", "") in ("heapq", "_heapq", "bisect", "_bisect", "copy", "collections", "statistics")


def sorting(size):
    return max(1, ceil(size * log2(size + 1)))


def moved(size, index):
    """How many elements stand behind a place of a list."""
    if index is None:
        return max(1, size)
    if not isinstance(index, int):
        return 1
    return max(1, size - index if index >= 0 else min(size, -index))


def popped(target, size, args, result):
    if isinstance(target, (list, bytearray)):
        return moved(size, args[0]) if args else 1
    return 1


def searched(target, size, args, result):
    start = args[1] if len(args) > 1 and isinstance(args[1], int) and args[1] > 0 else 0
    return result + 1 - start if result >= 0 else size - start


def own(target, size, args, result):
    return size


def made(target, size, args, result):
    return len(result)


def taken(target, size, args, result):
    return len(args[0]) if args and hasattr(args[0], "__len__") else 1


def inserted(target, size, args, result):
    return moved(size, args[0])


def joined_text(target, size, args, result):
    return max(len(result), len(args[0]) if args and hasattr(args[0], "__len__") else 1)


def sorted_in_place(target, size, args, result):
    return sorting(size)


def whole(target, size, args, result):
    return size + len(result)


# Only methods of the built-in types are charged; a learner's own method of the same name counts its own steps.
METHODS = {
    "insert": inserted,
    "pop": popped,
    "index": searched,
    "find": searched,
    "rfind": own,
    "rindex": own,
    "remove": own,
    "count": own,
    "sort": sorted_in_place,
    "copy": own,
    "extend": taken,
    "extendleft": taken,
    "update": taken,
    "reverse": own,
    "clear": own,
    "rotate": own,
    "join": joined_text,
    "split": whole,
    "rsplit": whole,
    "splitlines": whole,
    "replace": own,
    "translate": own,
    "lower": own,
    "upper": own,
    "casefold": own,
    "title": own,
    "strip": own,
    "lstrip": own,
    "rstrip": own,
    "isalnum": own,
    "isalpha": own,
    "startswith": taken,
    "endswith": taken,
    "fromkeys": made,
    "union": made,
    "intersection": own,
    "difference": own,
    "symmetric_difference": own,
    "issubset": own,
    "issuperset": taken,
    "isdisjoint": own,
}
# `remove`, `discard` and `pop` of a set or dict find their place by hashing.
HASHED = {"remove", "pop"}

FUNCTIONS = {
    **{function: "collect" for function in (list, tuple, set, frozenset, dict, deque, bytes, bytearray, sum)},
    **{function: "search" for function in (any, all)},
    **{function: "extreme" for function in (min, max)},
    sorted: "sort",
}
try:
    from functools import reduce

    FUNCTIONS[reduce] = "reduce"
except ImportError:  # pragma: no cover
    pass

LIBRARY = {
    "insort": lambda n: n,
    "insort_left": lambda n: n,
    "insort_right": lambda n: n,
    "bisect": lambda n: ceil(log2(n + 1)),
    "bisect_left": lambda n: ceil(log2(n + 1)),
    "bisect_right": lambda n: ceil(log2(n + 1)),
    "heappush": lambda n: ceil(log2(n + 1)),
    "heappop": lambda n: ceil(log2(n + 2)),
    "heappushpop": lambda n: ceil(log2(n + 1)),
    "heapreplace": lambda n: ceil(log2(n + 1)),
    "heapify": lambda n: n,
    "nsmallest": lambda n: n,
    "nlargest": lambda n: n,
    "copy": lambda n: n,
    "deepcopy": lambda n: n,
    "Counter": lambda n: n,
    "OrderedDict": lambda n: n,
    "mean": lambda n: n,
    "median": lambda n: sorting(n),
}


def hashed_price(price):
    def cost(target, size, args, result):
        return 1 if isinstance(target, (dict, *SETS)) else price(target, size, args, result)

    return cost


for hashed_name in HASHED:
    METHODS[hashed_name] = hashed_price(METHODS[hashed_name])
