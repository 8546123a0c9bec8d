from three_sum import three_sum


def prepare(n, order, random):
    """n multiples of three, and a target that is none: no three of them add up, so nothing but the search is counted.

    The target lies in the middle of the possible sums, near the smallest or near the largest.
    """
    numbers = [3 * int(random() * 8 * n) for _ in range(n)]
    targets = {"ascending": 12 * n + 1, "descending": 60 * n + 1}
    return numbers, targets.get(order, 36 * n + 1)


def run(given):
    numbers, target = given
    return three_sum(numbers, target)
