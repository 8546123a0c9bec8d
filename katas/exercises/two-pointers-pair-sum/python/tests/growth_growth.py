from pair_sum import pair_sum


def prepare(n, order, random):
    """An ascending list of n even numbers and an odd target: no pair fits, so nothing ends the search early.

    The target is put where the two pointers meet in the middle, near the front or near the back.
    """
    numbers = []
    value = -2 * n
    for _ in range(n):
        value += 2 + 2 * int(random() * 4)
        numbers.append(value)
    first, last = numbers[0], numbers[-1]
    targets = {"ascending": 2 * first + 1, "descending": 2 * last - 1}
    return numbers, targets.get(order, first + last + 1)


def run(given):
    numbers, target = given
    return pair_sum(numbers, target)
