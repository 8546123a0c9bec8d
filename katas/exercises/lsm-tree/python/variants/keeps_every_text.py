class BloomFilter:
    def __init__(self, bits, hashes, hash):
        self._hashes = hashes
        self._hash = hash
        self._texts = set()

    def add(self, text):
        for seed in range(self._hashes):
            self._hash(text, seed)
        self._texts.add(text)

    def may_have(self, text):
        return text in self._texts
