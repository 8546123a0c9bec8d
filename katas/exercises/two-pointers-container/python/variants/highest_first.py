def most_water(heights: list[int]) -> int:
    """The most water that two of the walls can hold between them: the lower of the two, times their distance.

    Fewer than two walls hold none.
    """
    best = 0
    i, j = 0, len(heights) - 1
    while i < j:
        level = min(heights[i], heights[j])
        best = max(best, level * (j - i))
        while i < j and heights[i] <= level:
            i += 1
        while i < j and heights[j] <= level:
            j -= 1
    return best
