import json
import random
import unittest

from tests.shelf import Shelf, open_tree, play, show

LIFE = "put a 1, put b 2, put c 3, flush, put b 4, remove a, flush, put d 5, remove c, flush".split(", ")


class CompactionTest(unittest.TestCase):
    def expect(self, tree, wanted, story):
        self.assertEqual(show(tree), wanted, f'{story}: should hold "{wanted}", not "{show(tree)}"')

    def test_leaves_one_run_with_the_newest_values(self):
        shelf = Shelf()
        tree = open_tree(shelf)
        play(tree, *LIFE, "compact")
        self.assertEqual(len(shelf.runs), 1, f"after compact there should be one run, not {len(shelf.runs)}")
        self.expect(tree, "b 4, d 5", "compacted")
        self.expect(open_tree(shelf), "b 4, d 5", "compacted and opened again")

    def test_drops_what_was_replaced_and_removals(self):
        shelf = Shelf()
        play(open_tree(shelf), *LIFE, "compact")
        self.assertEqual(shelf.entries(), [["b", "4"], ["d", "5"]], "the run should hold b and d and nothing else")

    def test_keeps_blocks_small_and_sorted(self):
        shelf = Shelf()
        play(open_tree(shelf), "put c 1", "put a 2", "flush", "put d 3", "put b 4", "flush", "put e 5", "flush", "compact")
        blocks = ["".join(key for key, _ in json.loads(block)) for block in next(iter(shelf.runs.values()))]
        self.assertEqual(blocks, ["ab", "cd", "e"], "five keys in blocks of two: should be ab, cd, e")

    def test_leaves_nothing_when_everything_was_removed(self):
        shelf = Shelf()
        tree = open_tree(shelf)
        play(tree, "put a 1", "put b 2", "flush", "remove a", "remove b", "flush", "compact")
        self.assertEqual(shelf.entries(), [], "everything was removed: no entries should be left")
        self.expect(tree, "", "everything was removed")
        play(tree, "put c 3", "flush")
        self.expect(open_tree(shelf), "c 3", "a put after it, opened again")

    def test_leaves_alone_what_is_in_memory(self):
        shelf = Shelf()
        tree = open_tree(shelf)
        play(tree, "put a 1", "flush", "put a 2", "flush", "put a 3", "compact")
        self.assertEqual(tree.get("a"), "3", "a was put in memory before compact: get a should be 3")
        play(tree, "remove a", "compact", "flush")
        self.assertIsNone(open_tree(shelf).get("a"), "a was removed in memory before compact: it should stay removed")

    def test_happens_by_itself_when_there_are_too_many_runs(self):
        shelf = Shelf()
        tree = open_tree(shelf, memtable=2, max_runs=3)
        for number in range(40):
            play(tree, f"put k{number} v")
            self.assertLessEqual(len(shelf.runs), 3, f"max_runs 3: too many runs after {number + 1} puts")
        self.assertEqual(len(tree.scan("", "~")), 40, "40 keys were put: all of them should be there")

    def test_does_not_happen_before_there_are_too_many_runs(self):
        shelf = Shelf()
        play(open_tree(shelf, max_runs=3), "put a 1", "flush", "put a 2", "flush", "put a 3", "flush")
        self.assertEqual(len(shelf.runs), 3, f"max_runs 3: three runs should stay three, not {len(shelf.runs)}")

    def test_survives_the_loss_of_power_at_any_moment(self):
        for changes in range(6):
            shelf = Shelf()
            tree = open_tree(shelf)
            play(tree, *LIFE)
            shelf.left = changes
            try:
                tree.compact()
            except ConnectionError:
                pass
            shelf.left = float("inf")
            again = open_tree(shelf)
            story = f"power gone before change {changes + 1} of the compaction"
            self.expect(again, "b 4, d 5", f"{story}, opened again")
            play(again, "put e 6", "flush", "compact")
            self.expect(open_tree(shelf), "b 4, d 5, e 6", f"{story}, then a put and compact")

    def test_agrees_with_a_plain_map_on_2000_random_calls_with_restarts(self):
        source = random.Random(4)
        shelf = Shelf()
        tree = open_tree(shelf, 6, 3, 4)
        model = {}
        for round in range(2000):
            key = f"k{source.randrange(30)}"
            if source.random() < 0.6:
                tree.put(key, f"v{round}")
                model[key] = f"v{round}"
            else:
                tree.remove(key)
                model.pop(key, None)
            if round % 97 == 0:
                tree.flush()
                tree = open_tree(shelf, 6, 3, 4)
            other = f"k{source.randrange(30)}"
            wanted = model.get(other)
            self.assertEqual(tree.get(other), wanted, f"round {round}: get {other} should be {wanted}")
