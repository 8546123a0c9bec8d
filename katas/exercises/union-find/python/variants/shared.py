class Network:
    """Sites, numbered from 0, and the cables laid between them."""

    _label: list[int] = []

    def __init__(self, size: int) -> None:
        # The label of each site's group: sites with the same label are connected.
        while len(self._label) < size:
            self._label.append(len(self._label))

    def link(self, a: int, b: int) -> bool:
        """Lays a cable. Tells whether it connected two sites that were not connected before."""
        old, new = self._label[a], self._label[b]
        if old == new:
            return False
        for site in range(len(self._label)):
            if self._label[site] == old:
                self._label[site] = new
        return True

    def connected(self, a: int, b: int) -> bool:
        """Whether there is a way from one site to the other along cables."""
        return self._label[a] == self._label[b]
