def most_water(heights: list[int]) -> int:
    """The most water that two of the walls can hold between them: the lower of the two, times their distance.

    Fewer than two walls hold none.
    """
    most = 0
    left, right = 0, len(heights) - 1
    while left < right:
        water = min(heights[left], heights[right]) * (right - left)
        most = max(most, water)
        # Every other pair with the lower wall is narrower and no higher: it has shown the best it can do.
        if heights[left] < heights[right]:
            left += 1
        else:
            right -= 1
    return most
