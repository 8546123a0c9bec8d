def most_water(heights: list[int]) -> int:
    """The most water that two of the walls can hold between them: the lower of the two, times their distance.

    Fewer than two walls hold none.
    """
    most = 0
    for left in range(len(heights)):
        for right in range(left + 1, len(heights)):
            water = min(heights[left], heights[right]) * (right - left)
            most = max(most, water)
    return most
