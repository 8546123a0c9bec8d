class Network:
    """Sites, numbered from 0, and the cables laid between them."""

    def __init__(self, size: int) -> None:
        # Keep whatever you need to know about `size` sites that are not connected yet.
        pass

    def link(self, a: int, b: int) -> bool:
        """Lays a cable. Tells whether it connected two sites that were not connected before."""
        raise NotImplementedError("link is still to be written")

    def connected(self, a: int, b: int) -> bool:
        """Whether there is a way from one site to the other along cables."""
        raise NotImplementedError("connected is still to be written")

    # From the second stage on:

    def grow(self) -> int:
        """Adds a site without cables and gives its number."""
        raise NotImplementedError("grow is still to be written")

    def groups(self) -> int:
        """How many groups there are."""
        raise NotImplementedError("groups is still to be written")

    def size_of(self, site: int) -> int:
        """How many sites are in the group of this site, itself included."""
        raise NotImplementedError("size_of is still to be written")

    def largest(self) -> int:
        """How many sites the largest group has; 0 in a network without sites."""
        raise NotImplementedError("largest is still to be written")
