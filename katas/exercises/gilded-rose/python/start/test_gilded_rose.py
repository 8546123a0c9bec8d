import unittest

from gilded_rose import GildedRose, Item


def after_one_night(name, sell_in, quality):
    """Lets one night pass over one item and tells what became of it."""
    item = Item(name, sell_in, quality)
    GildedRose([item]).update_quality()
    return item.sell_in, item.quality


class TheGildedRoseToday(unittest.TestCase):
    def test_an_ordinary_item_loses_one_quality_and_one_day(self):
        self.assertEqual(after_one_night("Oak Shield", 10, 20), (9, 19))

    # Stage 1: write down everything else the shop does, as it is, not as it should be.


if __name__ == "__main__":
    unittest.main()
