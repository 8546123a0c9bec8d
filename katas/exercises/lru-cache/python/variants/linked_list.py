class Node:
    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.before = self.after = self


class LruCache:
    """A ring of nodes: behind the end stands the one not used for longest, before it the one used last."""

    def __init__(self, capacity):
        self._capacity = capacity
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
        self.delete(key)
        if len(self._nodes) == self._capacity:
            self.delete(self._end.after.key)
        self._nodes[key] = Node(key, value)
        self._append(self._nodes[key])

    def delete(self, key):
        node = self._nodes.pop(key, None)
        if node is None:
            return False
        self._unlink(node)
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
