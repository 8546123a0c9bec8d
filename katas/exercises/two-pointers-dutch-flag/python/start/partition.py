def partition(numbers: list[int], pivot: int) -> tuple[int, int]:
    """Rearrange the numbers in place: first the ones below pivot, then the ones equal to it, then the ones above it.

    Answers (start, end): the equal ones stand from place start up to, but not including, place end.
    """
    raise NotImplementedError("partition is not written yet")
