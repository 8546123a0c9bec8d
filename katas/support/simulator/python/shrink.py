"""Delta debugging."""


def shrink(items, still_fails):
    """Leaves out as much of a failing list as it can: large pieces first, then smaller ones, until nothing more can go.

    What is left still fails.
    """
    if not items or still_fails([]):
        return []
    current = list(items)
    size = (len(items) + 1) // 2
    while True:
        before = len(current)
        start = 0
        while start < len(current):
            candidate = current[:start] + current[start + size:]
            if candidate and still_fails(candidate):
                current = candidate
            else:
                start += size
        if size == 1 and len(current) == before:
            return current
        size = max(1, size // 2)
