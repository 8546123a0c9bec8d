class Network:
    """Sites, numbered from 0, and the cables laid between them."""

    def __init__(self, size: int) -> None:
        # The site each site points to; the root of a group points to itself.
        self._parent: list[int] = []
        # How many sites a group has. Right for roots only.
        self._size: list[int] = []
        self._groups = 0
        self._most = 0
        for _ in range(size):
            self.grow()

    def grow(self) -> int:
        """Adds a site without cables and gives its number."""
        site = len(self._parent)
        self._parent.append(site)
        self._size.append(1)
        self._groups += 1
        self._most = max(self._most, 1)
        return site

    def link(self, a: int, b: int) -> bool:
        """Lays a cable. Tells whether it connected two sites that were not connected before."""
        large, small = self._root(a), self._root(b)
        if large == small:
            return False
        self._parent[small] = large
        self._size[large] += self._size[small]
        self._most = max(self._most, self._size[large])
        self._groups -= 1
        return True

    def connected(self, a: int, b: int) -> bool:
        """Whether there is a way from one site to the other along cables."""
        return self._root(a) == self._root(b)

    def groups(self) -> int:
        """How many groups there are."""
        return self._groups

    def size_of(self, site: int) -> int:
        """How many sites are in the group of this site, itself included."""
        return self._size[self._root(site)]

    def largest(self) -> int:
        """How many sites the largest group has; 0 in a network without sites."""
        return self._most

    def _root(self, site: int) -> int:
        """Follows the pointers to the root."""
        if site < 0 or site >= len(self._parent):
            raise IndexError(f"There is no site {site}.")
        while self._parent[site] != site:
            site = self._parent[site]
        return site
