class BloomFilter:
    """Says "certainly not" or "perhaps" with a few bits for each text."""

    def __init__(self, bits, hashes, hash):
        """`bits` bits; each text sets `hashes` of them, found by hash(text, 0), hash(text, 1) and so on."""

    def add(self, text):
        raise NotImplementedError("add is not written yet")

    def may_have(self, text):
        """False only if the text was never added."""
        raise NotImplementedError("may_have is not written yet")
