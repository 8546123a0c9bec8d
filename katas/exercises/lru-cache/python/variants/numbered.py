class LruCache:
    def __init__(self, capacity):
        self._capacity = capacity
        self._values = {}
        self._uses = {}
        self._clock = 0

    def __len__(self):
        return len(self._values)

    def get(self, key):
        if key not in self._values:
            return None
        self._touch(key)
        return self._values[key]

    def peek(self, key):
        return self._values.get(key)

    def put(self, key, value):
        self._values[key] = value
        self._touch(key)
        if len(self._values) > self._capacity:
            self.delete(min(self._uses, key=self._uses.get))

    def delete(self, key):
        if key not in self._values:
            return False
        del self._values[key]
        del self._uses[key]
        return True

    def keys(self):
        return sorted(self._uses, key=self._uses.get)

    def _touch(self, key):
        self._clock += 1
        self._uses[key] = self._clock
