def is_almost_palindrome(text: str) -> bool:
    """Whether the text reads the same forwards and backwards, after leaving out at most one of its characters."""
    if is_palindrome(text):
        return True
    for skipped in range(len(text)):
        if is_palindrome(text[:skipped] + text[skipped + 1 :]):
            return True
    return False


def is_palindrome(text: str) -> bool:
    return text == text[::-1]
