def deduplicate(items: list[int]) -> int:
    """Move the first of each run of equal numbers to the front of the ascending list, in place.

    Answers how many there are; what stands behind them does not matter.
    """
    raise NotImplementedError("deduplicate is not written yet")
