import itertools
from collections import defaultdict

from min_heap import MinHeap


class Scheduler:
    def __init__(self):
        self.ready = MinHeap(lambda left, right: (left > right) - (left < right))
        self.count = itertools.count()
        self.state = {}
        self.priority = {}
        self.open = {}
        self.waiters = defaultdict(dict)
        self.entry = {}

    def add(self, id, priority, after=()):
        if id in self.state:
            raise ValueError(id)
        open_ids = {other for other in after if self.state.get(other) != "done"}
        todo, seen = list(open_ids), set()
        while todo:
            other = todo.pop()
            if other == id:
                raise ValueError("cycle")
            if other not in seen:
                seen.add(other)
                todo += self.open.get(other, ())
        self.state[id], self.priority[id], self.open[id] = "waiting", priority, open_ids
        for other in open_ids:
            self.waiters[other][id] = True
        if not open_ids:
            self.make_ready(id)

    def make_ready(self, id):
        self.state[id] = "ready"
        self.entry[id] = (self.priority[id], next(self.count), id)
        self.ready.push(self.entry[id])

    def next(self):
        while self.ready:
            entry = self.ready.pop()
            id = entry[2]
            if self.entry.get(id) is entry:
                del self.entry[id]
                self.state[id] = "running"
                return id
        return None

    def done(self, id):
        if self.state.get(id) != "running":
            return False
        self.state[id] = "done"
        for waiter in self.waiters.pop(id, {}):
            self.open[waiter].discard(id)
            if not self.open[waiter]:
                self.make_ready(waiter)
        return True

    def cancel(self, id):
        if self.state.get(id) not in ("waiting", "ready"):
            return False
        for other in self.open.pop(id):
            self.waiters[other].pop(id, None)
        self.entry.pop(id, None)
        del self.state[id], self.priority[id]
        return True

    def reschedule(self, id, priority):
        if self.state.get(id) not in ("waiting", "ready"):
            return False
        self.priority[id] = priority
        if self.state[id] == "ready":
            self.make_ready(id)
        return True
