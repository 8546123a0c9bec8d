def is_almost_palindrome(text: str) -> bool:
    """Whether the text reads the same forwards and backwards, after leaving out at most one of its characters."""
    raise NotImplementedError("is_almost_palindrome is not written yet")
