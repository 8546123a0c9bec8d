import unittest

from tests.power import LIFE, FragileDisk, PowerCut, change, expected, show
from store import Store


class StoreTest(unittest.TestCase):
    def expect_after_restart(self, changes, story):
        disk = FragileDisk()
        store = Store(disk)
        for each in changes:
            change(store, *each)
        disk.restart("kept")
        wanted = expected(changes)
        self.assertEqual(show(Store(disk)), wanted, f"{story}, crash, a new store: should hold {wanted}")

    def test_is_empty_on_a_new_disk(self):
        store = Store(FragileDisk())
        self.assertEqual(list(store.keys()), [], "a store on a new disk should hold nothing")
        self.assertIsNone(store.get("a"), "get of an unknown key should be None")

    def test_gives_back_what_was_put(self):
        store = Store(FragileDisk())
        for each in LIFE:
            change(store, *each)
        self.assertEqual(list(store.keys()), sorted(expected(LIFE)), f"keys after {LIFE}, sorted")
        self.assertEqual(show(store), expected(LIFE), f"after {LIFE} it should hold {expected(LIFE)}")

    def test_finds_everything_again_after_a_crash(self):
        self.expect_after_restart(LIFE, str(LIFE))

    def test_remembers_that_a_key_was_removed(self):
        self.expect_after_restart([*LIFE, ("fig", None), ("plum", None)], "several puts and removals")

    def test_keeps_the_last_of_several_values(self):
        self.expect_after_restart([("k", f"v{number}") for number in range(1, 5)], "put k four times")

    def test_keeps_empty_texts_spaces_quotes_and_line_breaks(self):
        odd = [
            ("", "no key"),
            ("no value", ""),
            ("two\nlines", "a\nb\n\nc"),
            ('quotes " and \\', '", "null", [\n]'),
            (" spaces ", "\t tab: 1 2 3 "),
            ("naïve 日本", "🦊 fox"),
            ("null", "null"),
        ]
        self.expect_after_restart(odd, "put odd keys and values")

    def test_is_safe_the_moment_a_change_returns(self):
        for count in range(1, len(LIFE) + 1):
            disk = FragileDisk()
            store = Store(disk)
            for each in LIFE[:count]:
                change(store, *each)
            disk.restart("kept")
            wanted = expected(LIFE[:count])
            story = f"crash right after change {count} {LIFE[count - 1]}: should hold {wanted}"
            self.assertEqual(show(Store(disk)), wanted, story)

    def test_survives_one_crash_after_the_other(self):
        disk = FragileDisk()
        for count, each in enumerate(LIFE, 1):
            change(Store(disk), *each)
            disk.restart("kept")
            wanted = expected(LIFE[:count])
            story = f"a crash after each change, {count} so far: should hold {wanted}"
            self.assertEqual(show(Store(disk)), wanted, story)

    def test_does_not_show_a_change_that_failed(self):
        disk = FragileDisk()
        store = Store(disk)
        store.put("a", "old")
        disk.fail_after(0)
        with self.assertRaises(PowerCut, msg="a put while the power is out should raise"):
            store.put("a", "new")
        self.assertEqual(store.get("a"), "old", 'put a new failed with an error: get a should still be "old"')

    def test_writes_no_more_for_the_hundredth_change_than_for_the_second(self):
        disk = FragileDisk()
        store = Store(disk)
        sizes = []
        for number in range(10, 99):
            before = disk.letters
            store.put(f"key {number}", "value")
            sizes.append(disk.letters - before)
        story = f"the second put wrote {sizes[1]} letters: the last should not write {sizes[-1]}"
        self.assertLessEqual(sizes[-1], 2 * sizes[1], story)
