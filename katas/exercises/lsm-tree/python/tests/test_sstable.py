import unittest

from tests.shelf import Shelf, open_tree, play, show


def interleaved(shelf, runs):
    """A tree with so many runs, each of which holds every so-manieth of the keys k100 to k199."""
    tree = open_tree(shelf, memtable=1000, block_size=4)
    for run in range(runs):
        for number in range(100 + run, 200, runs):
            tree.put(f"k{number}", f"v{number}")
        tree.flush()
    return tree


class ASortedRunTest(unittest.TestCase):
    def reads_of(self, shelf, tree, key):
        shelf.reads = 0
        tree.get(key)
        return shelf.reads

    def test_is_read_in_one_block_at_most_for_a_key(self):
        shelf = Shelf()
        tree = interleaved(shelf, 1)
        for number in range(100, 200):
            shelf.reads = 0
            self.assertEqual(tree.get(f"k{number}"), f"v{number}", f"get k{number} should be v{number}")
            self.assertLessEqual(shelf.reads, 1, f"one run of 25 blocks: get k{number} should read 1 block")

    def test_is_read_in_one_block_at_most_for_a_key_that_is_not_there(self):
        shelf = Shelf()
        tree = interleaved(shelf, 3)
        for key in ("k1005", "k150x", "k1985"):
            story = f"three runs: get {key}, which is not there, should read at most 3 blocks"
            self.assertLessEqual(self.reads_of(shelf, tree, key), 3, story)

    def test_is_not_read_at_all_for_a_key_outside_of_it(self):
        shelf = Shelf()
        tree = interleaved(shelf, 3)
        for key in ("a", "k09", "k2", "z"):
            reads = self.reads_of(shelf, tree, key)
            self.assertEqual(reads, 0, f"runs from k100 to k199: get {key} should read nothing, not {reads} blocks")

    def test_is_not_read_when_a_newer_one_has_the_answer(self):
        shelf = Shelf()
        tree = interleaved(shelf, 4)
        play(tree, "put k150 new", "remove k151", "flush")
        for key in ("k150", "k151"):
            reads = self.reads_of(shelf, tree, key)
            self.assertEqual(reads, 1, f"{key} stands in the newest of five runs: get should read 1 block, not {reads}")

    def test_is_not_read_for_what_is_in_memory(self):
        shelf = Shelf()
        tree = interleaved(shelf, 2)
        play(tree, "put k150 new", "remove k151")
        for key in ("k150", "k151"):
            self.assertEqual(self.reads_of(shelf, tree, key), 0, f"{key} was changed in memory: get should read nothing")

    def test_is_found_again_when_the_tree_is_opened_again(self):
        shelf = Shelf()
        play(open_tree(shelf), "put a 1", "put b 2", "put c 3", "flush", "put b 4", "remove c", "flush")
        tree = open_tree(shelf)
        self.assertEqual(show(tree), "a 1, b 4", f'opened again: should hold "a 1, b 4", not "{show(tree)}"')
        self.assertEqual(tree.get("b"), "4", "opened again: get b should be 4")

    def test_keeps_its_age_when_the_tree_is_opened_again(self):
        shelf = Shelf()
        for round in range(25):
            play(open_tree(shelf), f"put a {round}", f"put r{round} x", "flush")
        self.assertEqual(len(shelf.runs), 25, f"25 flushes should leave 25 runs, not {len(shelf.runs)}")
        actual = open_tree(shelf).get("a")
        self.assertEqual(actual, "24", f"25 times opened, a put and flushed: get a should be 24, not {actual}")

    def test_needs_one_read_for_a_key_after_it_was_opened_again(self):
        shelf = Shelf()
        interleaved(shelf, 1)
        reads = self.reads_of(shelf, open_tree(shelf), "k142")
        # Opening may read as much as it likes.
        self.assertEqual(reads, 1, f"opened again: get k142 should read 1 block, not {reads}")
