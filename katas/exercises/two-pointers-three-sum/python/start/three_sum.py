def three_sum(numbers: list[int], target: int) -> list[tuple[int, int, int]]:
    """Find every combination of three numbers of the list that adds up to target.

    Each combination of values comes once; the list is in no particular order and stays as it was.
    """
    raise NotImplementedError("three_sum is not written yet")
