class Node:
    def __init__(self, key=None, value=None, weight=0):
        self.key = key
        self.value = value
        self.weight = weight
        self.before = self.after = self


class LruCache:
    """A ring of nodes: behind the end stands the one not used for longest, before it the one used last."""

    def __init__(self, capacity, weigh=lambda key, value: 1):
        self._capacity = capacity
        self._weigh = weigh
        self._weight = 0
        self._nodes = {}
        self._end = Node()

    def __len__(self):
        return len(self._nodes)

    def get(self, key):
        node = self._nodes.get(key)
        if node is None:
            return None
        self._unlink(node)
        self._append(node)
        return node.value

    def peek(self, key):
        node = self._nodes.get(key)
        return None if node is None else node.value

    def put(self, key, value):
        weight = self._weigh(key, value)
        self.delete(key)
        if weight > self._capacity:
            return
        while self._weight + weight > self._capacity:
            self.delete(self._end.after.key)
        self._weight += weight
        self._nodes[key] = Node(key, value, weight)
        self._append(self._nodes[key])

    def delete(self, key):
        node = self._nodes.pop(key, None)
        if node is None:
            return False
        self._unlink(node)
        self._weight -= node.weight
        return True

    def keys(self):
        keys = []
        node = self._end.after
        while node is not self._end:
            keys.append(node.key)
            node = node.after
        return keys

    def _unlink(self, node):
        node.before.after = node.after
        node.after.before = node.before

    def _append(self, node):
        node.before, node.after = self._end.before, self._end
        node.before.after = node
        self._end.before = node
