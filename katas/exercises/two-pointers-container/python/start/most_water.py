def most_water(heights: list[int]) -> int:
    """The most water that two of the walls can hold between them: the lower of the two, times their distance.

    Fewer than two walls hold none.
    """
    raise NotImplementedError("most_water is not written yet")
