CEILING = 50


class Item:
    """One thing on the shelf. The shop's owner asks that this class stays as it is."""

    def __init__(self, name, sell_in, quality):
        self.name = name
        self.sell_in = sell_in
        self.quality = quality

    def __repr__(self):
        return "%s, %s, %s" % (self.name, self.sell_in, self.quality)


def gain(item):
    if item.quality < CEILING:
        item.quality += 1


def lose(item):
    if item.quality > 0:
        item.quality -= 1


def take_a_day_off(item):
    item.sell_in -= 1


def is_past_date(item):
    return item.sell_in < 0


def age_ordinary(item):
    lose(item)
    take_a_day_off(item)
    if is_past_date(item):
        lose(item)


def age_brie(item):
    gain(item)
    take_a_day_off(item)
    if is_past_date(item):
        gain(item)


def age_conjured(item):
    lose(item)
    lose(item)
    take_a_day_off(item)
    if is_past_date(item):
        lose(item)
        lose(item)


def age_pass(item):
    gain(item)
    if item.sell_in <= 10:
        gain(item)
    if item.sell_in <= 5:
        gain(item)
    take_a_day_off(item)
    if is_past_date(item):
        item.quality = 0


def keep_for_ever(_item):
    pass


SPECIAL_NIGHTS = {
    "Aged Brie": age_brie,
    "Backstage passes to a TAFKAL80ETC concert": age_pass,
    "Sulfuras, Hand of Ragnaros": keep_for_ever,
}


def night_for(name):
    """What one night does to an item of this name."""
    if name.startswith("Conjured"):
        return age_conjured
    return SPECIAL_NIGHTS.get(name, age_ordinary)


class GildedRose:
    def __init__(self, items):
        self.items = items

    def update_quality(self):
        for item in self.items:
            night_for(item.name)(item)
