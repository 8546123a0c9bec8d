/** One thing on the shelf. The shop's owner asks that this class stays as it is. */
export class Item {
  name;
  sellIn;
  quality;

  constructor(name, sellIn, quality) {
    this.name = name;
    this.sellIn = sellIn;
    this.quality = quality;
  }
}

export class GildedRose {
  items;

  constructor(items = []) {
    this.items = items;
  }

  // runs every night, see the price list. do not touch before the audit!!
  updateQuality() {
    for (let i = 0; i < this.items.length; i++) {
      const it = this.items[i];
      let d = 0;
      let t = it.sellIn;
      if (it.name === 'Aged Brie' || it.name === 'Backstage passes to a TAFKAL80ETC concert') {
        if (it.quality < 50) {
          d = 1;
          if (it.name !== 'Aged Brie') {
            if (t < 11) {
              if (it.quality + d < 50) {
                d = d + 1;
              }
              if (t < 6) {
                if (it.quality + d < 50) {
                  d = d + 1;
                }
              }
            }
          }
        }
        t = t - 1;
        if (t < 0) {
          if (it.name !== 'Aged Brie') {
            d = 0 - it.quality;
          } else {
            if (it.quality + d < 50) {
              d = d + 1;
            }
          }
        }
      } else {
        if (it.quality > 0) {
          if (it.name !== 'Sulfuras, Hand of Ragnaros') {
            d = -1;
            t = t - 1;
            if (t < 0) {
              if (it.quality + d > 0) {
                d = d - 1;
              }
            }
          }
        } else {
          if (it.name !== 'Sulfuras, Hand of Ragnaros') {
            t = t - 1;
          }
        }
      }
      it.sellIn = t;
      it.quality = it.quality + d;
    }

    return this.items;
  }
}
