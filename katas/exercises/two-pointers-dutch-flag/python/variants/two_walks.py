def partition(numbers: list[int], pivot: int) -> tuple[int, int]:
    """Rearrange the numbers in place: first the ones below pivot, then the ones equal to it, then the ones above it.

    Answers (start, end): the equal ones stand from place start up to, but not including, place end.
    """
    # Equal numbers are collected at both ends while the sweep goes on, and swapped into the middle afterwards.
    equal_left, low = 0, 0
    high, equal_right = len(numbers) - 1, len(numbers) - 1
    while True:
        while low <= high and numbers[low] <= pivot:
            if numbers[low] == pivot:
                swap(numbers, low, equal_left)
                equal_left += 1
            low += 1
        while low <= high and numbers[high] >= pivot:
            if numbers[high] == pivot:
                swap(numbers, high, equal_right)
                equal_right -= 1
            high -= 1
        if low > high:
            break
        swap(numbers, low, high)
    for place in range(equal_left):
        swap(numbers, place, low - 1 - place)
    for place in range(len(numbers) - 1 - equal_right):
        swap(numbers, low + place, len(numbers) - 1 - place)
    return low - equal_left, low + len(numbers) - 1 - equal_right


def swap(numbers: list[int], one: int, other: int) -> None:
    numbers[one], numbers[other] = numbers[other], numbers[one]
