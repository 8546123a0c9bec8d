def partition(numbers: list[int], pivot: int) -> tuple[int, int]:
    """Rearrange the numbers in place: first the ones below pivot, then the ones equal to it, then the ones above it.

    Answers (start, end): the equal ones stand from place start up to, but not including, place end.
    """
    start = end = 0
    for following in range(len(numbers)):
        if numbers[following] < pivot:
            start += 1
        if numbers[following] <= pivot:
            end += 1
        # Swap the number forward until it stands behind its own group.
        place = following
        while place > 0 and group(numbers[place], pivot) < group(numbers[place - 1], pivot):
            numbers[place], numbers[place - 1] = numbers[place - 1], numbers[place]
            place -= 1
    return start, end


def group(number: int, pivot: int) -> int:
    """-1 below the pivot, 0 equal to it, 1 above it."""
    return (number > pivot) - (number < pivot)
