def is_almost_palindrome(text: str) -> bool:
    """Whether the text reads the same forwards and backwards, after leaving out at most one of its characters."""
    left, right = 0, len(text) - 1
    while left < right and text[left] == text[right]:
        left += 1
        right -= 1
    # Everything outside is matched. If two characters differ here, one of these two is the stray one.
    return is_palindrome(text, left + 1, right) or is_palindrome(text, left, right - 1)


def is_palindrome(text: str, left: int, right: int) -> bool:
    """Whether the characters from place left to place right, both included, read the same both ways."""
    while left < right:
        if text[left] != text[right]:
            return False
        left += 1
        right -= 1
    return True
