def three_sum(numbers: list[int], target: int) -> list[tuple[int, int, int]]:
    """Find every combination of three numbers of the list that adds up to target.

    Each combination of values comes once; the list is in no particular order and stays as it was.
    """
    ordered = sorted(numbers)
    found = set()
    for first in range(len(ordered)):
        for second in range(first + 1, len(ordered)):
            for third in range(second + 1, len(ordered)):
                if ordered[first] + ordered[second] + ordered[third] == target:
                    found.add((ordered[first], ordered[second], ordered[third]))
    return sorted(found)
