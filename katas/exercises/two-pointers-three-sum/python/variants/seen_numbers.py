from collections import Counter


def three_sum(numbers: list[int], target: int) -> list[tuple[int, int, int]]:
    """Find every combination of three numbers of the list that adds up to target.

    Each combination of values comes once; the list is in no particular order and stays as it was.
    """
    copies = Counter(numbers)
    values = sorted(copies)
    found = []
    for place, first in enumerate(values):
        for second in values[place:]:
            third = target - first - second
            if third < second or third not in copies:
                continue
            needed = Counter((first, second, third))
            if all(copies[value] >= count for value, count in needed.items()):
                found.append((first, second, third))
    return found
