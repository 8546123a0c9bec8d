def is_almost_palindrome(text: str) -> bool:
    """Whether the text reads the same forwards and backwards, after leaving out at most one of its characters."""
    backwards = text[::-1]
    for place in range(len(text) // 2):
        if text[place] != backwards[place]:
            inside = text[place : len(text) - place]
            without_first, without_last = inside[1:], inside[:-1]
            return without_first == without_first[::-1] or without_last == without_last[::-1]
    return True
