import unittest

from bloom_filter import BloomFilter
from tests.shelf import Shelf, hash, open_tree, play


class BloomFilterTest(unittest.TestCase):
    def test_has_every_text_that_was_added(self):
        filter = BloomFilter(10_000, 7, hash)
        for number in range(1000):
            filter.add(f"text {number}")
        for number in range(1000):
            self.assertTrue(filter.may_have(f"text {number}"), f"'text {number}' was added: may_have should be true")

    def test_has_nothing_at_first(self):
        filter = BloomFilter(64, 3, hash)
        for text in ("", "a", "b", "text"):
            self.assertFalse(filter.may_have(text), f"an empty filter has no {text!r}")

    def test_is_wrong_about_one_text_in_a_hundred_with_ten_bits_a_text(self):
        filter = BloomFilter(10_000, 7, hash)
        for number in range(1000):
            filter.add(f"text {number}")
        wrong = sum(bool(filter.may_have(f"other {number}")) for number in range(5000))
        story = f"10 bits, 7 hashes a text, 5000 others: about 41 may be mistaken, not {wrong}"
        self.assertTrue(5 < wrong < 125, story)

    def test_uses_every_bit_it_was_given(self):
        filter = BloomFilter(1003, 1, lambda text, seed: int(text))
        for place in (0, 7, 8, 1002):
            filter.add(str(place))
        set_places = {0, 7, 8, 1002, 1003}
        for place in (0, 1, 7, 8, 9, 15, 1001, 1002, 1003, 1004):
            story = f"bits 0, 7, 8 and 1002 of 1003 are set: hash {place}"
            self.assertEqual(bool(filter.may_have(str(place))), place in set_places, story)

    def test_asks_for_each_of_its_hashes_with_another_seed(self):
        seeds = []

        def noted(text, seed):
            seeds.append(seed)
            return seed * 10

        BloomFilter(100, 4, noted).add("a")
        self.assertEqual(seeds, [0, 1, 2, 3], f"4 hashes should use the seeds 0 to 3, not {seeds}")

    def test_saves_the_tree_nearly_all_reads_for_keys_that_are_not_there(self):
        shelf = Shelf()
        tree = open_tree(shelf, memtable=10_000, block_size=8)
        for run in range(5):
            for number in range(run, 1000, 5):
                tree.put(f"k{1000 + number}", "v")
            tree.flush()
        for name, each in (("flushed", tree), ("opened again", open_tree(shelf, memtable=10_000, block_size=8))):
            shelf.reads = 0
            for number in range(400):
                each.get(f"k{1001 + 2 * number}x")
            story = f"5 runs, {name}, 400 keys that are not there: under 100 reads, not {shelf.reads}"
            self.assertLess(shelf.reads, 100, story)
            shelf.reads = 0
            for number in range(400):
                self.assertEqual(each.get(f"k{1000 + number}"), "v", f"{name}: get k{1000 + number} should be v")
            story = f"5 runs, {name}, 400 keys that are there: under 500 reads, not {shelf.reads}"
            self.assertLess(shelf.reads, 500, story)

    def test_is_all_that_the_tree_knows_of_a_key_it_has_written(self):
        shelf = Shelf()
        # All texts have the same place: a filter of any size says "perhaps" to each.
        blind = {"memtable": 10_000, "block_size": 4, "hash": lambda text, seed: 0}
        tree = open_tree(shelf, **blind)
        for number in range(0, 100, 2):
            tree.put(f"k{100 + number}", f"v{number}")
        tree.flush()
        for name, each in (("flushed", tree), ("opened again", open_tree(shelf, **blind))):
            shelf.reads = 0
            for number in range(1, 99, 2):
                self.assertIsNone(each.get(f"k{100 + number}"), f"{name}: k{100 + number} was never put")
            story = f"{name}, every hash is 0, 49 keys that are not there: nothing was read"
            self.assertGreater(shelf.reads, 0, f"{story}, so the tree keeps the keys in memory")
            shelf.reads = 0
            for number in range(0, 100, 2):
                self.assertEqual(each.get(f"k{100 + number}"), f"v{number}", f"{name}, every hash is 0: get k{100 + number}")
            story = f"{name}, 50 keys that are there: nothing was read"
            self.assertGreater(shelf.reads, 0, f"{story}, so the tree keeps values in memory")

    def test_does_not_hide_a_removal(self):
        tree = open_tree(Shelf())
        play(tree, "put a 1", "flush", "remove a", "flush")
        self.assertIsNone(tree.get("a"), "a was removed in the newer run: get a should be None")
