def deduplicate(items: list[int]) -> int:
    """Move the first of each run of equal numbers to the front of the ascending list, in place.

    Answers how many there are; what stands behind them does not matter.
    """
    if not items:
        return 0
    last = 0
    for place in range(1, len(items)):
        if items[place] > items[last]:
            last += 1
            items[last], items[place] = items[place], items[last]
    del items[last + 1 :]
    return len(items)
