def pair_sum(numbers: list[int], target: int) -> tuple[int, int] | None:
    """Find two numbers of an ascending list that add up to target.

    Answers their places (left, right) with left < right, or None when there are none.
    """
    for left in range(len(numbers)):
        for right in range(left + 1, len(numbers)):
            if numbers[left] + numbers[right] == target:
                return left, right
    return None
