import unittest

from tests.power import LIFE, FragileDisk, PowerCut, change, expected, show
from store import Store

LATER = [("fig", None), ("melon", "striped"), ("plum", "blue")]


def make_store(disk, changes=LIFE):
    store = Store(disk)
    for each in changes:
        change(store, *each)
    return store


class ACheckpointTest(unittest.TestCase):
    def test_changes_nothing_that_can_be_seen(self):
        store = make_store(FragileDisk())
        store.checkpoint()
        self.assertEqual(show(store), expected(LIFE), f"after a checkpoint it should still hold {expected(LIFE)}")

    def test_is_found_again_after_a_crash(self):
        disk = FragileDisk()
        make_store(disk).checkpoint()
        disk.restart("kept")
        story = f"checkpoint, crash, a new store: should hold {expected(LIFE)}"
        self.assertEqual(show(Store(disk)), expected(LIFE), story)

    def test_is_built_upon_by_later_changes(self):
        disk = FragileDisk()
        store = make_store(disk)
        store.checkpoint()
        for each in LATER:
            change(store, *each)
        disk.restart("kept")
        wanted = expected([*LIFE, *LATER])
        self.assertEqual(show(Store(disk)), wanted, f"a checkpoint and three changes, crash: should hold {wanted}")

    def test_makes_the_disk_as_short_as_what_it_holds(self):
        disk = FragileDisk()
        store = make_store(disk, [(f"key {number % 3}", f"value {number}") for number in range(300)])
        store.checkpoint()
        story = f"300 changes of 3 keys, a checkpoint: should leave under 500 letters, not {disk.size}"
        self.assertLess(disk.size, 500, story)
        Store(disk).checkpoint()
        self.assertLess(disk.size, 500, f"a second checkpoint should leave under 500 letters, not {disk.size}")

    def test_may_be_taken_of_an_empty_store(self):
        disk = FragileDisk()
        Store(disk).checkpoint()
        disk.restart("kept")
        self.assertEqual(show(Store(disk)), {}, "a checkpoint of nothing, crash: should hold nothing")

    def test_can_be_followed_by_the_next_one(self):
        disk = FragileDisk()
        store = Store(disk)
        for each in [*LIFE, *LATER]:
            change(store, *each)
            store.checkpoint()
        disk.restart("kept")
        wanted = expected([*LIFE, *LATER])
        self.assertEqual(show(Store(disk)), wanted, f"a checkpoint after each change: should hold {wanted}")

    def test_survives_the_loss_of_power_at_any_moment(self):
        for changes in range(8):
            for seed in range(1, 21):
                disk = FragileDisk()
                store = make_store(disk)
                disk.fail_after(changes)
                try:
                    store.checkpoint()
                except PowerCut:
                    pass
                disk.restart("torn", seed)
                again = Store(disk)
                story = f"power gone before change {changes + 1} of the checkpoint, torn by seed {seed}"
                self.assertEqual(show(again), expected(LIFE), f"{story}: should hold {expected(LIFE)}")
                for each in LATER:
                    change(again, *each)
                disk.restart("kept")
                wanted = expected([*LIFE, *LATER])
                self.assertEqual(show(Store(disk)), wanted, f"{story}, then three changes: should hold {wanted}")

    def test_leaves_no_older_checkpoint_to_be_believed(self):
        for changes in range(8):
            disk = FragileDisk()
            store = make_store(disk, [("apple", "old"), ("stale", "yes")])
            store.checkpoint()
            store.remove("stale")
            store.put("apple", "new")
            disk.fail_after(changes)
            try:
                store.checkpoint()
            except PowerCut:
                pass
            disk.restart("torn", 7)
            story = f"a second checkpoint, power gone before its change {changes + 1}"
            self.assertEqual(show(Store(disk)), {"apple": "new"}, f"{story}: should hold apple: new")
