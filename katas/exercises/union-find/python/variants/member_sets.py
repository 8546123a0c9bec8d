class Network:
    """Each site knows the set of all members of its group; the members share one set."""

    def __init__(self, size: int) -> None:
        self._group: dict[int, set[int]] = {}
        for _ in range(size):
            self.grow()

    def grow(self) -> int:
        site = len(self._group)
        self._group[site] = {site}
        return site

    def link(self, a: int, b: int) -> bool:
        kept, moved = self._group[a], self._group[b]
        if kept is moved:
            return False
        kept |= moved
        for site in moved:
            self._group[site] = kept
        return True

    def connected(self, a: int, b: int) -> bool:
        return self._group[a] is self._group[b]

    def groups(self) -> int:
        return len({id(group) for group in self._group.values()})

    def size_of(self, site: int) -> int:
        return len(self._group[site])

    def largest(self) -> int:
        return max(map(len, self._group.values()), default=0)
