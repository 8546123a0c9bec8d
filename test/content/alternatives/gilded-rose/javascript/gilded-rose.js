export class Item {
  constructor(name, sellIn, quality) {
    this.name = name;
    this.sellIn = sellIn;
    this.quality = quality;
  }
}

const gains = (item, times) => {
  for (let i = 0; i < times; i++) if (item.quality < 50) item.quality++;
};
const losses = (item, times) => {
  for (let i = 0; i < times; i++) if (item.quality > 0) item.quality--;
};

class Ordinary {
  constructor(item) {
    this.item = item;
  }
  get expired() {
    return this.item.sellIn <= 0;
  }
  change() {
    losses(this.item, this.expired ? 2 : 1);
  }
  night() {
    this.change();
    this.item.sellIn--;
  }
}
class Brie extends Ordinary {
  change() {
    gains(this.item, this.expired ? 2 : 1);
  }
}
class Pass extends Ordinary {
  change() {
    const { item } = this;
    if (this.expired) item.quality = 0;
    else gains(item, 1 + (item.sellIn <= 10) + (item.sellIn <= 5));
  }
}
class Conjured extends Ordinary {
  change() {
    losses(this.item, this.expired ? 4 : 2);
  }
}
class Legendary extends Ordinary {
  night() {}
}

const kinds = {
  'Aged Brie': Brie,
  'Backstage passes to a TAFKAL80ETC concert': Pass,
  'Sulfuras, Hand of Ragnaros': Legendary,
};

const kindOf = (name) => (name.startsWith('Conjured') ? Conjured : (kinds[name] ?? Ordinary));

export class GildedRose {
  constructor(items = []) {
    this.items = items;
  }
  updateQuality() {
    this.items.forEach((item) => new (kindOf(item.name))(item).night());
    return this.items;
  }
}
