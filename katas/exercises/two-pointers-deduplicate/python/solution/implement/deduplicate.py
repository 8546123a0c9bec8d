def deduplicate(items: list[int]) -> int:
    """Move the first of each run of equal numbers to the front of the ascending list, in place.

    Answers how many there are; what stands behind them does not matter.
    """
    for place in range(len(items) - 1, 0, -1):
        if items[place] == items[place - 1]:
            items.pop(place)
    return len(items)
