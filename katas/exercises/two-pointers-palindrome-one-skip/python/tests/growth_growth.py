from almost_palindrome import is_almost_palindrome


def prepare(n, order, random):
    """A text of about n letters that matches from both ends until its middle.

    There it is a palindrome, has one stray letter, or has so many that no skip can help.
    """
    half = "".join("abcd"[int(random() * 4)] for _ in range(n // 2 - 2))
    middle = {"ascending": "xx", "descending": "xyxz"}.get(order, "vwxy")
    return half + middle + half[::-1]


def run(text):
    return is_almost_palindrome(text)
