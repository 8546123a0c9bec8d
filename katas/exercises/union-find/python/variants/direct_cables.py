class Network:
    """Remembers the cables, and takes no way over a site in between."""

    def __init__(self, size: int) -> None:
        self._cables: set[tuple[int, int]] = set()

    def link(self, a: int, b: int) -> bool:
        if self.connected(a, b):
            return False
        self._cables.add((a, b))
        return True

    def connected(self, a: int, b: int) -> bool:
        return a == b or (a, b) in self._cables or (b, a) in self._cables
