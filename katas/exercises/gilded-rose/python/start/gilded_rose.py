class Item:
    """One thing on the shelf. The shop's owner asks that this class stays as it is."""

    def __init__(self, name, sell_in, quality):
        self.name = name
        self.sell_in = sell_in
        self.quality = quality

    def __repr__(self):
        return "%s, %s, %s" % (self.name, self.sell_in, self.quality)


class GildedRose:
    def __init__(self, items):
        self.items = items

    # runs every night, see the price list. do not touch before the audit!!
    def update_quality(self):
        for i in range(len(self.items)):
            it = self.items[i]
            d = 0
            t = it.sell_in
            if it.name == "Aged Brie" or it.name == "Backstage passes to a TAFKAL80ETC concert":
                if it.quality < 50:
                    d = 1
                    if it.name != "Aged Brie":
                        if t < 11:
                            if it.quality + d < 50:
                                d = d + 1
                            if t < 6:
                                if it.quality + d < 50:
                                    d = d + 1
                t = t - 1
                if t < 0:
                    if it.name != "Aged Brie":
                        d = 0 - it.quality
                    else:
                        if it.quality + d < 50:
                            d = d + 1
            else:
                if it.quality > 0:
                    if it.name != "Sulfuras, Hand of Ragnaros":
                        d = -1
                        t = t - 1
                        if t < 0:
                            if it.quality + d > 0:
                                d = d - 1
                else:
                    if it.name != "Sulfuras, Hand of Ragnaros":
                        t = t - 1
            it.sell_in = t
            it.quality = it.quality + d
