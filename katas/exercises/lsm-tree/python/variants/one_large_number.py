class BloomFilter:
    """The bits are one large number."""

    def __init__(self, bits, hashes, hash):
        self.mask_of = lambda text: sum({1 << hash(text, seed) % bits for seed in range(hashes)})
        self.bits = 0

    def add(self, text):
        self.bits |= self.mask_of(text)

    def may_have(self, text):
        mask = self.mask_of(text)
        return self.bits & mask == mask
