class Network:
    """Labels, and for each label its members: the fewer members get the label of the others."""

    def __init__(self, size: int) -> None:
        self._label: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._most = min(size, 1)
        for _ in range(size):
            self.grow()

    def grow(self) -> int:
        site = len(self._label)
        self._label[site] = site
        self._members[site] = [site]
        self._most = max(self._most, 1)
        return site

    def link(self, a: int, b: int) -> bool:
        kept, lost = self._label[a], self._label[b]
        if kept == lost:
            return False
        if len(self._members[kept]) < len(self._members[lost]):
            kept, lost = lost, kept
        for site in self._members.pop(lost):
            self._label[site] = kept
            self._members[kept].append(site)
        self._most = max(self._most, len(self._members[kept]))
        return True

    def connected(self, a: int, b: int) -> bool:
        return self._label[a] == self._label[b]

    def groups(self) -> int:
        return len(self._members)

    def size_of(self, site: int) -> int:
        return len(self._members[self._label[site]])

    def largest(self) -> int:
        return self._most
