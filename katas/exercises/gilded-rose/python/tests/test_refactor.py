import json
import os
import unittest

from gilded_rose import GildedRose, Item

with open(os.path.join(os.path.dirname(__file__), "cases.json"), encoding="utf-8") as file:
    CASES = json.load(file)


class TheRefactoredShopTest(unittest.TestCase):
    def expect_item(self, item, expected, story):
        actual = f"{item.sell_in} {item.quality}"
        self.assertEqual(actual, expected, f'{story}: should be "{expected}" (sell_in quality), not "{actual}"')

    def expect_golden_master(self, kind):
        """Plays the thirty nights of every recorded item of a kind and stops at the first night that differs."""
        for golden in CASES["golden"]:
            if golden["kind"] != kind:
                continue
            name, sell_in, quality = golden["name"], golden["sellIn"], golden["quality"]
            item = Item(name, sell_in, quality)
            shop = GildedRose([item])
            for night, expected in enumerate(golden["thirtyNights"].split(", "), start=1):
                shop.update_quality()
                story = f"{name} that began with sell_in {sell_in} and quality {quality}, after night {night}"
                self.expect_item(item, expected, story)

    def expect_boundaries(self, kind):
        """One night over every recorded boundary of a kind."""
        for night in CASES["nights"]:
            if night["kind"] != kind:
                continue
            for quality, quality_after in zip(night["before"], night["after"]):
                item = Item(night["name"], night["sellIn"], quality)
                GildedRose([item]).update_quality()
                story = f"{night['name']}, sell_in {night['sellIn']}, quality {quality}, after one night"
                self.expect_item(item, f"{night['sellInAfter']} {quality_after}", story)

    def test_treats_ordinary_items_as_before_for_thirty_nights(self):
        self.expect_golden_master("ordinary")

    def test_treats_aged_brie_as_before_for_thirty_nights(self):
        self.expect_golden_master("brie")

    def test_treats_backstage_passes_as_before_for_thirty_nights(self):
        self.expect_golden_master("pass")

    def test_treats_sulfuras_as_before_for_thirty_nights(self):
        self.expect_golden_master("sulfuras")

    def test_treats_names_that_only_look_special_as_before_for_thirty_nights(self):
        self.expect_golden_master("lookalike")

    def test_keeps_every_boundary_of_ordinary_items(self):
        self.expect_boundaries("ordinary")

    def test_keeps_every_boundary_of_aged_brie(self):
        self.expect_boundaries("brie")

    def test_keeps_every_boundary_of_backstage_passes(self):
        self.expect_boundaries("pass")

    def test_keeps_every_boundary_of_sulfuras(self):
        self.expect_boundaries("sulfuras")

    def test_updates_all_items_of_a_mixed_stock_in_one_night(self):
        stock = [Item(golden["name"], golden["sellIn"], golden["quality"]) for golden in CASES["golden"]]
        GildedRose(stock).update_quality()
        for place, (item, golden) in enumerate(zip(stock, CASES["golden"])):
            story = f"item {place} ({golden['name']}) of a stock of {len(stock)}, after one night"
            self.expect_item(item, golden["thirtyNights"].split(", ")[0], story)

    def test_changes_the_items_it_was_given_and_no_copies_of_them(self):
        oak = Item("Oak Shield", 4, 7)
        brie = Item("Aged Brie", 4, 7)
        stock = [oak, brie]
        shop = GildedRose(stock)
        shop.update_quality()
        self.assertIs(shop.items, stock, "shop.items should be the very list the shop was made with")
        self.assertTrue(
            stock[0] is oak and stock[1] is brie, "the items in the list should be the same objects in the same order"
        )
        self.assertEqual(oak.quality, 6, f"the caller's Oak Shield should have quality 6, not {oak.quality}")
        self.assertEqual(oak.name, "Oak Shield", f'the name should stay "Oak Shield", not "{oak.name}"')

    def test_has_nothing_to_do_in_an_empty_shop(self):
        shop = GildedRose([])
        shop.update_quality()
        self.assertEqual(shop.items, [], f"a shop of [] should still be empty after a night, not {shop.items}")

    def test_leaves_the_item_class_as_it_was(self):
        item = Item("Oak Shield", 4, 7)
        expected = {"name": "Oak Shield", "sell_in": 4, "quality": 7}
        self.assertEqual(vars(item), expected, f'Item("Oak Shield", 4, 7) should have the fields {expected}, not {vars(item)}')
        self.assertEqual(repr(item), "Oak Shield, 4, 7", f'repr(item) should be "Oak Shield, 4, 7", not "{item!r}"')


if __name__ == "__main__":
    unittest.main()
