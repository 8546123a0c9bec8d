import unittest

from gilded_rose import GildedRose, Item

BRIE = "Aged Brie"
PASS = "Backstage passes to a TAFKAL80ETC concert"
SULFURAS = "Sulfuras, Hand of Ragnaros"
ORDINARY = "Oak Shield"


class TheGildedRoseToday(unittest.TestCase):
    def pin_down(self, *rows):
        """One row a case: the item before the night, and what the legacy code made of it when it was asked."""
        for name, sell_in, quality, sell_in_after, quality_after in rows:
            item = Item(name, sell_in, quality)
            GildedRose([item]).update_quality()
            self.assertEqual(
                (item.sell_in, item.quality), (sell_in_after, quality_after), f"{name}, {sell_in}, {quality}"
            )

    def test_an_ordinary_item_loses_one_quality_a_night_before_its_date(self):
        self.pin_down(
            (ORDINARY, 10, 20, 9, 19),
            (ORDINARY, 2, 20, 1, 19),
            (ORDINARY, 1, 20, 0, 19),
        )

    def test_an_ordinary_item_loses_two_a_night_from_the_date_on(self):
        self.pin_down(
            (ORDINARY, 0, 20, -1, 18),
            (ORDINARY, -1, 20, -2, 18),
            (ORDINARY, 0, 3, -1, 1),
        )

    def test_the_quality_of_an_ordinary_item_ends_at_zero(self):
        self.pin_down(
            (ORDINARY, 5, 1, 4, 0),
            (ORDINARY, 5, 0, 4, 0),
            (ORDINARY, 0, 2, -1, 0),
            (ORDINARY, 0, 1, -1, 0),
            (ORDINARY, 0, 0, -1, 0),
        )

    def test_nothing_puts_right_a_quality_that_came_in_out_of_bounds(self):
        self.pin_down(
            (ORDINARY, 5, -2, 4, -2),
            (ORDINARY, -1, -2, -2, -2),
            (ORDINARY, 5, 60, 4, 59),
            (BRIE, 5, 60, 4, 60),
            (BRIE, -1, 60, -2, 60),
            (BRIE, 5, -2, 4, -1),
            (PASS, 5, 60, 4, 60),
        )

    def test_aged_brie_gains_one_a_night_before_its_date_and_two_after(self):
        self.pin_down(
            (BRIE, 20, 10, 19, 11),
            (BRIE, 8, 10, 7, 11),
            (BRIE, 3, 10, 2, 11),
            (BRIE, 1, 10, 0, 11),
            (BRIE, 0, 10, -1, 12),
            (BRIE, -3, 10, -4, 12),
        )

    def test_aged_brie_stops_at_fifty(self):
        self.pin_down(
            (BRIE, 5, 49, 4, 50),
            (BRIE, 5, 50, 4, 50),
            (BRIE, 0, 48, -1, 50),
            (BRIE, 0, 49, -1, 50),
            (BRIE, 0, 50, -1, 50),
        )

    def test_a_pass_gains_one_from_ten_days_on_two_and_from_five_days_on_three(self):
        self.pin_down(
            (PASS, 12, 20, 11, 21),
            (PASS, 11, 20, 10, 21),
            (PASS, 10, 20, 9, 22),
            (PASS, 6, 20, 5, 22),
            (PASS, 5, 20, 4, 23),
            (PASS, 1, 20, 0, 23),
        )

    def test_a_pass_stops_at_fifty(self):
        self.pin_down(
            (PASS, 11, 49, 10, 50),
            (PASS, 11, 50, 10, 50),
            (PASS, 10, 48, 9, 50),
            (PASS, 10, 49, 9, 50),
            (PASS, 5, 47, 4, 50),
            (PASS, 5, 48, 4, 50),
            (PASS, 5, 49, 4, 50),
        )

    def test_a_pass_is_worth_nothing_after_the_concert(self):
        self.pin_down(
            (PASS, 0, 20, -1, 0),
            (PASS, 0, 50, -1, 0),
            (PASS, -1, 60, -2, 0),
            (PASS, -1, -3, -2, 0),
        )

    def test_sulfuras_never_changes_and_never_ages(self):
        self.pin_down(
            (SULFURAS, 5, 80, 5, 80),
            (SULFURAS, 0, 80, 0, 80),
            (SULFURAS, -1, 80, -1, 80),
            (SULFURAS, 5, 0, 5, 0),
            (SULFURAS, 5, 20, 5, 20),
        )

    def test_only_the_exact_names_are_special(self):
        self.pin_down(
            ("Aged Cheddar", 5, 20, 4, 19),
            ("aged brie", 5, 20, 4, 19),
            ("Backstage passes to the village fair", 5, 20, 4, 19),
            ("Sulfuras", 5, 20, 4, 19),
            ("Conjured Mana Cake", 3, 6, 2, 5),
        )

    def test_a_night_passes_over_every_item_of_the_stock(self):
        stock = [Item(ORDINARY, 3, 10), Item(BRIE, 3, 10), Item(ORDINARY, 3, 10)]
        shop = GildedRose(stock)
        shop.update_quality()
        self.assertEqual([item.quality for item in stock], [9, 11, 9])
        self.assertIs(shop.items, stock, "the shop keeps the stock it was made with")
        self.assertEqual(repr(stock[1]), "Aged Brie, 2, 11")


if __name__ == "__main__":
    unittest.main()
