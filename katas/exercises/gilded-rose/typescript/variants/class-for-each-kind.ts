/** One thing on the shelf. The shop's owner asks that this class stays as it is. */
export class Item {
  name: string;
  sellIn: number;
  quality: number;

  constructor(name: string, sellIn: number, quality: number) {
    this.name = name;
    this.sellIn = sellIn;
    this.quality = quality;
  }
}

const gain = (item: Item, times: number): void => {
  for (let time = 0; time < times; time++) if (item.quality < 50) item.quality++;
};

const lose = (item: Item, times: number): void => {
  for (let time = 0; time < times; time++) if (item.quality > 0) item.quality--;
};

class Ordinary {
  protected readonly item: Item;

  constructor(item: Item) {
    this.item = item;
  }

  get isExpired(): boolean {
    return this.item.sellIn <= 0;
  }

  change(): void {
    lose(this.item, this.isExpired ? 2 : 1);
  }

  night(): void {
    this.change();
    this.item.sellIn--;
  }
}

class Brie extends Ordinary {
  override change(): void {
    gain(this.item, this.isExpired ? 2 : 1);
  }
}

class Pass extends Ordinary {
  override change(): void {
    const { item } = this;
    if (this.isExpired) item.quality = 0;
    else gain(item, 1 + Number(item.sellIn <= 10) + Number(item.sellIn <= 5));
  }
}

class Conjured extends Ordinary {
  override change(): void {
    lose(this.item, this.isExpired ? 4 : 2);
  }
}

class Legendary extends Ordinary {
  override night(): void {}
}

const kinds: Record<string, typeof Ordinary> = {
  'Aged Brie': Brie,
  'Backstage passes to a TAFKAL80ETC concert': Pass,
  'Sulfuras, Hand of Ragnaros': Legendary,
};

const kindOf = (name: string) => (name.startsWith('Conjured') ? Conjured : (kinds[name] ?? Ordinary));

export class GildedRose {
  items: Item[];

  constructor(items: Item[] = []) {
    this.items = items;
  }

  updateQuality(): Item[] {
    this.items.forEach((item) => new (kindOf(item.name))(item).night());
    return this.items;
  }
}
