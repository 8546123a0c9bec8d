class LruCache:
    def __init__(self, capacity):
        self._capacity = capacity
        self._values = {}
        self._order = []

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
            self.delete(self._order[0])

    def delete(self, key):
        if key not in self._values:
            return False
        del self._values[key]
        self._order.remove(key)
        return True

    def keys(self):
        return list(self._order)

    def _touch(self, key):
        if key in self._order:
            self._order.remove(key)
        self._order.append(key)
