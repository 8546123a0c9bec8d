class BloomFilter:
    """Says "certainly not" or "perhaps" with a few bits for each text."""

    def __init__(self, bits, hashes, hash):
        """`bits` bits; each text sets `hashes` of them, found by hash(text, 0), hash(text, 1) and so on."""
        self._size = bits
        self._hashes = hashes
        self._hash = hash
        self._bits = bytearray((bits + 7) // 8)

    def add(self, text):
        for place in self._places(text):
            self._bits[place >> 3] |= 1 << (place & 7)

    def may_have(self, text):
        """False only if the text was never added."""
        return all(self._bits[place >> 3] & (1 << (place & 7)) for place in self._places(text))

    def _places(self, text):
        return [self._hash(text, seed) % self._size for seed in range(self._hashes)]
