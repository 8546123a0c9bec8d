def pair_sum(numbers: list[int], target: int) -> tuple[int, int] | None:
    """Find two numbers of an ascending list that add up to target.

    Answers their places (left, right) with left < right, or None when there are none.
    """
    left, right = 0, len(numbers) - 1
    while left < right:
        total = numbers[left] + numbers[right]
        if total == target:
            return left, right
        # Too small: even the largest partner left was not enough for numbers[left], so it is in no pair.
        # Too large: even the smallest partner left was too much for numbers[right], so it is in no pair.
        if total < target:
            left += 1
        else:
            right -= 1
    return None
