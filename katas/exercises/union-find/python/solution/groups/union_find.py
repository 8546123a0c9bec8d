class Network:
    """Sites, numbered from 0, and the cables laid between them."""

    def __init__(self, size: int) -> None:
        # The label of each site's group: sites with the same label are connected.
        self._label: list[int] = []
        self._groups = 0
        for _ in range(size):
            self.grow()

    def grow(self) -> int:
        """Adds a site without cables and gives its number."""
        site = len(self._label)
        self._label.append(site)
        self._groups += 1
        return site

    def link(self, a: int, b: int) -> bool:
        """Lays a cable. Tells whether it connected two sites that were not connected before."""
        old, new = self._label_of(a), self._label_of(b)
        if old == new:
            return False
        for site in range(len(self._label)):
            if self._label[site] == old:
                self._label[site] = new
        self._groups -= 1
        return True

    def connected(self, a: int, b: int) -> bool:
        """Whether there is a way from one site to the other along cables."""
        return self._label_of(a) == self._label_of(b)

    def groups(self) -> int:
        """How many groups there are."""
        return self._groups

    def size_of(self, site: int) -> int:
        """How many sites are in the group of this site, itself included."""
        return self._label.count(self._label_of(site))

    def largest(self) -> int:
        """How many sites the largest group has; 0 in a network without sites."""
        return max((self.size_of(site) for site in range(len(self._label))), default=0)

    def _label_of(self, site: int) -> int:
        if site < 0 or site >= len(self._label):
            raise IndexError(f"There is no site {site}.")
        return self._label[site]
