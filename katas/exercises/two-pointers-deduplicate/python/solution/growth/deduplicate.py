def deduplicate(items: list[int]) -> int:
    """Move the first of each run of equal numbers to the front of the ascending list, in place.

    Answers how many there are; what stands behind them does not matter.
    """
    # items[:kept] holds the distinct numbers found so far; the loop runs ahead and looks for another one.
    kept = 0
    for number in items:
        if kept == 0 or number != items[kept - 1]:
            items[kept] = number
            kept += 1
    return kept
