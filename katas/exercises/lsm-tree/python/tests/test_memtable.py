import json
import random
import unittest

from tests.shelf import Shelf, open_tree, play, show


class LsmTreeTest(unittest.TestCase):
    def expect(self, tree, wanted, story):
        self.assertEqual(show(tree), wanted, f'{story}: should hold "{wanted}", not "{show(tree)}"')

    def test_finds_what_is_in_memory(self):
        tree = open_tree(Shelf())
        play(tree, "put b 2", "put a 1", "put b 3", "remove a")
        self.expect(tree, "b 3", "put b 2, put a 1, put b 3, remove a")
        self.assertIsNone(tree.get("a"), "a removed key should have no value")
        self.assertIsNone(tree.get("x"), "an unknown key should have no value")

    def test_writes_a_run_when_its_memory_is_full(self):
        shelf = Shelf()
        tree = open_tree(shelf)
        play(tree, "put d 1", "put a 2", "put c 3", "put a 4")
        self.assertEqual(len(shelf.runs), 0, "memtable 4, three different keys: nothing should be written yet")
        play(tree, "put b 5")
        self.assertEqual(len(shelf.runs), 1, "memtable 4, four different keys: one run should be written")

    def test_writes_its_runs_sorted_in_blocks_each_key_once(self):
        shelf = Shelf()
        play(open_tree(shelf, memtable=5), "put d 1", "put a 2", "put c 3", "put a 4", "remove e", "put b 5")
        blocks = [json.loads(block) for block in next(iter(shelf.runs.values()))]
        wanted = [[["a", "4"], ["b", "5"]], [["c", "3"], ["d", "1"]], [["e", None]]]
        self.assertEqual(blocks, wanted, f"d, a, c, a again, e removed, b, blocks of 2: should be {wanted}")

    def test_finds_what_is_in_a_run(self):
        tree = open_tree(Shelf())
        play(tree, "put d 1", "put a 2", "put c 3", "put b 4", "put e 5")
        self.expect(tree, "a 2, b 4, c 3, d 1, e 5", "four keys in a run and one in memory")
        for key, value in ("a2", "b4", "c3", "d1", "e5"):
            self.assertEqual(tree.get(key), value, f"get {key} should be {value}, not {tree.get(key)}")

    def test_believes_memory_before_runs_and_newer_runs_before_older_ones(self):
        tree = open_tree(Shelf())
        play(tree, "put a old", "put b old", "put c old", "flush", "put a newer", "put b newer", "flush", "put a newest")
        self.expect(tree, "a newest, b newer, c old", "three versions")
        self.assertEqual([tree.get(key) for key in "abc"], ["newest", "newer", "old"], "get a, b, c of three versions")

    def test_lets_a_removal_hide_what_older_runs_hold(self):
        tree = open_tree(Shelf())
        play(tree, "put a 1", "put b 2", "flush", "remove a", "flush", "remove b")
        self.expect(tree, "", "both keys were removed")
        self.assertIsNone(tree.get("a"), "a is removed in a newer run: get a should be None")
        self.assertIsNone(tree.get("b"), "b is removed in memory: get b should be None")
        play(tree, "put a 3")
        self.assertEqual(tree.get("a"), "3", "a key that is put again should be there again")

    def test_writes_no_run_when_there_is_nothing_to_write(self):
        shelf = Shelf()
        play(open_tree(shelf), "flush", "put a 1", "flush", "flush")
        self.assertEqual(len(shelf.runs), 1, f"flush, put, flush, flush: should leave one run, not {len(shelf.runs)}")

    def test_scans_from_a_key_up_to_another_one(self):
        tree = open_tree(Shelf())
        play(tree, "put b 1", "put d 2", "put f 3", "flush", "put c 4", "remove d", "put e ")
        wanted = [("b", "1"), ("c", "4"), ("e", "")]
        story = f"b, d, f in a run; c, e in memory, d removed: scan b to f should be {wanted}"
        self.assertEqual([tuple(entry) for entry in tree.scan("b", "f")], wanted, story)

    def test_agrees_with_a_plain_map_on_3000_random_calls(self):
        source = random.Random(9)
        tree = open_tree(Shelf(), memtable=7, block_size=3)
        model = {}
        for round in range(3000):
            key = f"k{source.randrange(40)}"
            call = source.random()
            if call < 0.35:
                tree.put(key, f"v{round}")
                model[key] = f"v{round}"
            elif call < 0.5:
                tree.remove(key)
                model.pop(key, None)
            elif round % 10 == 0 or round < 200:
                wanted = model.get(key)
                self.assertEqual(tree.get(key), wanted, f"round {round}: get {key} should be {wanted}")
        actual = [tuple(entry) for entry in tree.scan("", "~")]
        self.assertEqual(actual, sorted(model.items()), "the scan after 3000 rounds")
