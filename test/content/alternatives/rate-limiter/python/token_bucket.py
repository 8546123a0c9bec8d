import math


class TokenBucket:
    """Keeps one number: how many tokens are missing; time lowers it."""

    def __init__(self, capacity, per_second, clock):
        self.capacity = capacity
        self.per_second = per_second
        self.clock = clock
        self.missing = 0
        self.last = clock()

    def take(self, cost=1):
        if self.wait_for(cost) > 0:
            return False
        self.missing += cost
        return True

    def wait_for(self, cost=1):
        now = self.clock()
        if now > self.last:
            self.missing = max(0, self.missing - (now - self.last) * self.per_second / 1000)
        self.last = now
        if cost > self.capacity:
            return math.inf
        short = self.missing + cost - self.capacity
        return 0 if short <= 0 else math.ceil(short * 1000 / self.per_second)
