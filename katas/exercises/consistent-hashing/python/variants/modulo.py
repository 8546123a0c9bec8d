class HashRing:
    def __init__(self, hash):
        self._hash = hash
        self._nodes = []

    def add(self, node):
        if node not in self._nodes:
            self._nodes.append(node)

    def remove(self, node):
        self._nodes = [other for other in self._nodes if other != node]

    def node_for(self, key):
        return self._nodes[self._hash(key) % len(self._nodes)] if self._nodes else None
