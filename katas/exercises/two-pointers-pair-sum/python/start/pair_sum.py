def pair_sum(numbers: list[int], target: int) -> tuple[int, int] | None:
    """Find two numbers of an ascending list that add up to target.

    Answers their places (left, right) with left < right, or None when there are none.
    """
    raise NotImplementedError("pair_sum is not written yet")
