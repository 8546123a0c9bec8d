class Network:
    """Keeps the cables, and follows them only in the direction in which they were laid."""

    def __init__(self, size: int) -> None:
        self._neighbours: list[list[int]] = [[] for _ in range(size)]

    def link(self, a: int, b: int) -> bool:
        joins = not self.connected(a, b)
        self._neighbours[a].append(b)
        return joins

    def connected(self, a: int, b: int) -> bool:
        seen = {a}
        waiting = [a]
        while waiting:
            for following in self._neighbours[waiting.pop()]:
                if following not in seen:
                    seen.add(following)
                    waiting.append(following)
        return b in seen
