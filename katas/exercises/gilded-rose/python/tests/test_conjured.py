import json
import os
import unittest

from gilded_rose import GildedRose, Item

with open(os.path.join(os.path.dirname(__file__), "cases.json"), encoding="utf-8") as file:
    CASES = json.load(file)


class ConjuredItemsTest(unittest.TestCase):
    def expect_night(self, name, sell_in, quality, expected):
        """One night over one item; `expected` is "sell_in quality"."""
        item = Item(name, sell_in, quality)
        GildedRose([item]).update_quality()
        actual = f"{item.sell_in} {item.quality}"
        story = f"{name}, sell_in {sell_in}, quality {quality}, after one night"
        self.assertEqual(actual, expected, f'{story}: should be "{expected}" (sell_in quality), not "{actual}"')

    def test_lose_two_quality_a_night_before_their_date(self):
        self.expect_night("Conjured Mana Cake", 10, 20, "9 18")
        self.expect_night("Conjured Mana Cake", 3, 6, "2 4")

    def test_lose_four_quality_a_night_after_their_date(self):
        self.expect_night("Conjured Mana Cake", -1, 20, "-2 16")
        self.expect_night("Conjured Mana Cake", -9, 5, "-10 1")

    def test_still_lose_two_on_the_last_night_before_the_date_and_four_on_the_next(self):
        self.expect_night("Conjured Mana Cake", 1, 20, "0 18")
        self.expect_night("Conjured Mana Cake", 0, 20, "-1 16")

    def test_never_fall_below_zero_before_their_date(self):
        self.expect_night("Conjured Mana Cake", 5, 2, "4 0")
        self.expect_night("Conjured Mana Cake", 5, 1, "4 0")
        self.expect_night("Conjured Mana Cake", 5, 0, "4 0")

    def test_never_fall_below_zero_after_their_date(self):
        for quality in (4, 3, 2, 1, 0):
            self.expect_night("Conjured Mana Cake", 0, quality, "-1 0")

    def test_keep_a_quality_below_zero_that_they_came_with(self):
        self.expect_night("Conjured Mana Cake", 5, -3, "4 -3")
        self.expect_night("Conjured Mana Cake", -5, -3, "-6 -3")

    def test_are_not_cut_down_to_fifty(self):
        self.expect_night("Conjured Mana Cake", 5, 60, "4 58")
        self.expect_night("Conjured Mana Cake", -5, 60, "-6 56")

    def test_are_all_those_whose_name_begins_with_conjured(self):
        for name in ("Conjured Lantern", "Conjured Rope of Climbing", "Conjured"):
            self.expect_night(name, 5, 20, "4 18")

    def test_are_not_those_with_conjured_somewhere_else_in_the_name(self):
        for name in ("Freshly Conjured Bread", "conjured lantern", "Manual for Conjured Things"):
            self.expect_night(name, 5, 20, "4 19")

    def test_stay_conjured_when_the_rest_of_the_name_is_a_special_one(self):
        self.expect_night("Conjured Aged Brie", 5, 20, "4 18")
        self.expect_night("Conjured Sulfuras, Hand of Ragnaros", 5, 20, "4 18")
        self.expect_night("Conjured Backstage passes to a TAFKAL80ETC concert", 0, 20, "-1 16")

    def test_follow_the_record_of_thirty_nights(self):
        for golden in CASES["conjuredGolden"]:
            item = Item(golden["name"], golden["sellIn"], golden["quality"])
            shop = GildedRose([item])
            beginning = f"{golden['name']} that began with sell_in {golden['sellIn']} and quality {golden['quality']}"
            for night, expected in enumerate(golden["thirtyNights"].split(", "), start=1):
                shop.update_quality()
                actual = f"{item.sell_in} {item.quality}"
                story = f"{beginning}, after night {night}"
                self.assertEqual(actual, expected, f'{story}: should be "{expected}" (sell_in quality), not "{actual}"')

    def test_keep_every_recorded_boundary(self):
        for night in CASES["conjuredNights"]:
            for quality, after in zip(night["before"], night["after"]):
                self.expect_night(night["name"], night["sellIn"], quality, f"{night['sellInAfter']} {after}")

    def test_leave_their_neighbours_on_the_shelf_alone(self):
        stock = [
            Item("Aged Brie", 5, 20),
            Item("Conjured Mana Cake", 5, 20),
            Item("Oak Shield", 5, 20),
            Item("Sulfuras, Hand of Ragnaros", 5, 80),
        ]
        GildedRose(stock).update_quality()
        actual = [item.quality for item in stock]
        self.assertEqual(
            actual, [21, 18, 19, 80], f"brie, conjured, ordinary and Sulfuras should be [21, 18, 19, 80], not {actual}"
        )


if __name__ == "__main__":
    unittest.main()
