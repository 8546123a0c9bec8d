class LruCache:
    def __init__(self, capacity):
        self._capacity = capacity
        self._values = {}

    def __len__(self):
        return len(self._values)

    def get(self, key):
        if key not in self._values:
            return None
        self.put(key, self._values[key])
        return self._values[key]

    def peek(self, key):
        return self._values.get(key)

    def put(self, key, value):
        self._values = {other: kept for other, kept in self._values.items() if other != key}
        self._values[key] = value
        if len(self._values) > self._capacity:
            del self._values[next(iter(self._values))]

    def delete(self, key):
        if key not in self._values:
            return False
        del self._values[key]
        return True

    def keys(self):
        return list(self._values)
