class VectorClock:
    """Stamps the events of one node so that two stamps tell whether one could have caused the other.

    A stamp is a dict: how many events of each node are known. A node that is not in it has none.
    """

    def __init__(self, node):
        self.node = node
        self.known = {}

    def tick(self):
        """Something happens on this node. Answers its stamp."""
        self.known[self.node] = self.known.get(self.node, 0) + 1
        return dict(self.known)

    def receive(self, sent):
        """A message arrives that was sent at this stamp. Answers the stamp of the arrival."""
        for node, count in sent.items():
            self.known[node] = max(self.known.get(node, 0), count)
        return self.tick()


def compare_vectors(one, other):
    """How the event stamped ``one`` stands to that stamped ``other``: "before", "after", "equal" or "concurrent"."""
    differences = [one.get(node, 0) - other.get(node, 0) for node in {**one, **other}]
    is_behind = any(difference < 0 for difference in differences)
    is_ahead = any(difference > 0 for difference in differences)
    if is_behind and is_ahead:
        return "concurrent"
    if is_behind:
        return "before"
    return "after" if is_ahead else "equal"
