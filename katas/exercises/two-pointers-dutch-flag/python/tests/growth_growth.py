from partition import partition


def prepare(n, order, random):
    """n numbers from 0 to 8, mixed, ascending or descending; 4 is the pivot and stands there often."""
    numbers = [int(random() * 9) for _ in range(n)]
    if order == "ascending":
        numbers.sort()
    if order == "descending":
        numbers.sort(reverse=True)
    return numbers


def run(numbers):
    return partition(numbers, 4)
