class Network:
    """Sites, numbered from 0, and the cables laid between them."""

    def __init__(self, size: int) -> None:
        self._label: list[int] = []
        # How many sites bear each label.
        self._size: list[int] = []
        self._groups = 0
        self._most = 0
        for _ in range(size):
            self.grow()

    def grow(self) -> int:
        site = len(self._label)
        self._label.append(site)
        self._size.append(1)
        self._groups += 1
        self._most = max(self._most, 1)
        return site

    def link(self, a: int, b: int) -> bool:
        old, new = self._label_of(a), self._label_of(b)
        if old == new:
            return False
        for site in range(len(self._label)):
            if self._label[site] == old:
                self._label[site] = new
        self._size[new] += self._size[old]
        self._most = max(self._most, self._size[new])
        self._groups -= 1
        return True

    def connected(self, a: int, b: int) -> bool:
        return self._label_of(a) == self._label_of(b)

    def groups(self) -> int:
        return self._groups

    def size_of(self, site: int) -> int:
        return self._size[self._label_of(site)]

    def largest(self) -> int:
        return self._most

    def _label_of(self, site: int) -> int:
        if site < 0 or site >= len(self._label):
            raise IndexError(f"There is no site {site}.")
        return self._label[site]
