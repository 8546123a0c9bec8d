def three_sum(numbers: list[int], target: int) -> list[tuple[int, int, int]]:
    """Find every combination of three numbers of the list that adds up to target.

    Each combination of values comes once; the list is in no particular order and stays as it was.
    """
    ordered = sorted(numbers)
    triples = []
    for first in range(len(ordered) - 2):
        # The same first number again would only find the same combinations again.
        if first > 0 and ordered[first] == ordered[first - 1]:
            continue
        second, third = first + 1, len(ordered) - 1
        while second < third:
            total = ordered[first] + ordered[second] + ordered[third]
            if total < target:
                second += 1
            elif total > target:
                third -= 1
            else:
                triples.append((ordered[first], ordered[second], ordered[third]))
                second += 1
                while second < third and ordered[second] == ordered[second - 1]:
                    second += 1
                third -= 1
    return triples
