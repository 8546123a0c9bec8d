"""Random numbers that are the same on every machine and in every language."""


class Random:
    """A counter, mixed until no pattern is left. All arithmetic is on 32-bit integers."""

    def __init__(self, seed):
        self._state = seed & 0xFFFFFFFF

    def next(self):
        """An integer from 0 to 4294967295."""
        self._state = (self._state + 0x9E3779B9) & 0xFFFFFFFF
        return _mix(self._state)

    def below(self, count):
        """An integer from 0 to ``count`` - 1; ``count`` is at most 2097152."""
        return (self.next() * count) >> 32

    def between(self, low, high):
        """An integer from ``low`` to ``high``, both included."""
        return low + self.below(high - low + 1)

    def chance(self, probability):
        """True with this probability, 0 to 1."""
        return self.next() < probability * 0x100000000

    def pick(self, items):
        return items[self.below(len(items))]

    def shuffle(self, items):
        """The items in a new list and a random order."""
        shuffled = list(items)
        for last in range(len(shuffled) - 1, 0, -1):
            other = self.below(last + 1)
            shuffled[last], shuffled[other] = shuffled[other], shuffled[last]
        return shuffled


def seed_for(seed, *names):
    """A seed of its own for everything that has a name: what one part draws never moves what another part draws."""
    value = _mix((seed ^ 0x5BD1E995) & 0xFFFFFFFF)
    for name in names:
        for character in f"{name}/":
            value = _mix(value ^ ord(character))
    return value


def _mix(value):
    value = ((value ^ (value >> 16)) * 0x85EBCA6B) & 0xFFFFFFFF
    value = ((value ^ (value >> 13)) * 0xC2B2AE35) & 0xFFFFFFFF
    return value ^ (value >> 16)
