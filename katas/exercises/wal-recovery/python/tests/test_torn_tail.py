import unittest

from tests.power import LIFE, FragileDisk, PowerCut, change, expected, show
from store import Store

STATES = [expected(LIFE[:count]) for count in range(len(LIFE) + 1)]


def live_until_power_goes(disk, changes):
    """Lives until the power goes, and says how many changes had returned by then."""
    store = Store(disk)
    disk.fail_after(changes)
    returned = 0
    try:
        for each in LIFE:
            change(store, *each)
            returned += 1
    except PowerCut:
        pass
    return returned


def every_crash():
    """Every moment at which the power can go, with several ways in which the last write can tear."""
    for changes in range(3 * len(LIFE) + 1):
        for seed in range(1, 13):
            disk = FragileDisk()
            returned = live_until_power_goes(disk, changes)
            disk.restart("torn", seed)
            yield disk, returned, f"power gone before disk change {changes + 1}, torn by seed {seed}, {returned} returned"


def full_disk():
    disk = FragileDisk()
    store = Store(disk)
    for each in LIFE:
        change(store, *each)
    return disk


class ATornTailTest(unittest.TestCase):
    def test_takes_nothing_that_had_returned_and_leaves_nothing_half_done(self):
        for disk, returned, story in every_crash():
            wanted = [expected(LIFE[:returned]), expected(LIFE[: returned + 1])]
            self.assertIn(show(Store(disk)), wanted, f"{story}: should hold one of {wanted}")

    def test_is_not_in_the_way_of_what_is_written_after_it(self):
        for disk, _, story in every_crash():
            store = Store(disk)
            store.put("after", "the storm")
            before = show(store)
            disk.restart("kept")
            self.assertEqual(show(Store(disk)), before, f"{story}, a put, a restart: should hold {before}")

    def test_does_not_come_back_when_the_next_crash_comes_during_recovery(self):
        for seed in range(1, 41):
            for changes in range(3):
                disk = FragileDisk()
                returned = live_until_power_goes(disk, 2 * len(LIFE) - 1)
                disk.restart("torn", seed)
                disk.fail_after(changes)
                try:
                    Store(disk)
                except PowerCut:
                    pass
                disk.restart("torn", seed + 100)
                wanted = [expected(LIFE[:returned]), expected(LIFE[: returned + 1])]
                story = f"torn by seed {seed}, power gone again before change {changes + 1} of the recovery"
                self.assertIn(show(Store(disk)), wanted, f"{story}: should hold one of {wanted}")

    def test_can_be_cut_at_any_letter(self):
        full = full_disk()
        for name in full.names:
            text = full.read(name) or ""
            for length in range(len(text)):
                actual = show(Store(full.copy(**{name: text[:length]})))
                story = f"{name!r} of {len(text)} letters cut to {length}: {actual} is nothing that ever was"
                self.assertIn(actual, STATES, story)

    def test_is_told_from_damage_a_wrong_letter_never_becomes_a_wrong_value(self):
        full = full_disk()
        for name in full.names:
            text = full.read(name) or ""
            for place, letter in enumerate(text):
                wrong = "a" if letter == "e" else "e"
                disk = full.copy(**{name: text[:place] + wrong + text[place + 1 :]})
                try:
                    actual = show(Store(disk))
                except Exception:
                    continue
                story = f"letter {place} of {name!r} is {wrong!r} and not {letter!r}"
                self.assertIn(actual, STATES, f"{story}: should be refused or hold what once was")

    def test_is_never_a_reason_to_drop_good_changes_behind_a_damaged_one(self):
        full = full_disk()
        for name in full.names:
            text = full.read(name) or ""
            if "purple" not in text:
                continue
            disk = full.copy(**{name: text.replace("purple", "gilded")})
            try:
                actual = show(Store(disk))
            except Exception:
                continue
            story = "a value in the middle of the log was changed: the store should refuse to open"
            self.assertEqual(actual, expected(LIFE), story)
