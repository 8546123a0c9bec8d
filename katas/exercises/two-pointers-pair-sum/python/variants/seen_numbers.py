from bisect import bisect_left


def pair_sum(numbers: list[int], target: int) -> tuple[int, int] | None:
    """Find two numbers of an ascending list that add up to target.

    Answers their places (left, right) with left < right, or None when there are none.
    """
    for left, number in enumerate(numbers):
        right = bisect_left(numbers, target - number, left + 1)
        if right < len(numbers) and numbers[right] == target - number:
            return left, right
    return None
