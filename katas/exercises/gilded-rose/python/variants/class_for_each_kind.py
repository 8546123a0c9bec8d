class Item:
    def __init__(self, name, sell_in, quality):
        self.name = name
        self.sell_in = sell_in
        self.quality = quality

    def __repr__(self):
        return "%s, %s, %s" % (self.name, self.sell_in, self.quality)


def pass_change(item):
    """What a backstage pass gains before the concert."""
    if item.sell_in <= 5:
        return 3
    return 2 if item.sell_in <= 10 else 1


def change_for(item, past):
    """What one night adds to an item's quality, before any limit."""
    if item.name == "Aged Brie":
        return 2 if past else 1
    if item.name == "Backstage passes to a TAFKAL80ETC concert":
        return pass_change(item)
    pace = 2 if item.name.startswith("Conjured") else 1
    return -pace * (2 if past else 1)


def limited(quality, change):
    """A limit holds back a change; it never corrects a quality that arrived beyond it."""
    if change > 0:
        return max(quality, min(50, quality + change))
    return min(quality, max(0, quality + change))


class GildedRose:
    def __init__(self, items):
        self.items = items

    def update_quality(self):
        for item in self.items:
            if item.name != "Sulfuras, Hand of Ragnaros":
                self.spend_night(item)

    def spend_night(self, item):
        past = item.sell_in <= 0
        item.quality = limited(item.quality, change_for(item, past))
        item.sell_in -= 1
        if past and item.name == "Backstage passes to a TAFKAL80ETC concert":
            item.quality = 0
