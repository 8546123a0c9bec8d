def partition(numbers: list[int], pivot: int) -> tuple[int, int]:
    """Rearrange the numbers in place: first the ones below pivot, then the ones equal to it, then the ones above it.

    Answers (start, end): the equal ones stand from place start up to, but not including, place end.
    """
    # numbers[:start] is below the pivot, [start:following] equal to it, [following:end] not looked at yet, [end:] above it.
    start = following = 0
    end = len(numbers)
    while following < end:
        number = numbers[following]
        if number < pivot:
            numbers[start], numbers[following] = number, numbers[start]
            start += 1
            following += 1
        elif number > pivot:
            # What comes back from the end was not looked at yet, so `following` stays.
            end -= 1
            numbers[following], numbers[end] = numbers[end], number
        else:
            following += 1
    return start, end
