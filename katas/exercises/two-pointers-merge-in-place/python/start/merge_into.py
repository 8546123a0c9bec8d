def merge_into(target: list[int], count: int, source: list[int]) -> None:
    """Merge the ascending source into target, in place, so that target is ascending as a whole.

    The first count numbers of target are ascending; behind them is room for exactly the numbers of source.
    """
    raise NotImplementedError("merge_into is not written yet")
