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

/** What one night does to an item. */
type Night = (item: Item) => void;

const ceiling = 50;

function gain(item: Item): void {
  if (item.quality < ceiling) item.quality += 1;
}

function lose(item: Item): void {
  if (item.quality > 0) item.quality -= 1;
}

function takeADayOff(item: Item): void {
  item.sellIn -= 1;
}

function isPastDate(item: Item): boolean {
  return item.sellIn < 0;
}

function ageOrdinary(item: Item): void {
  lose(item);
  takeADayOff(item);
  if (isPastDate(item)) lose(item);
}

function ageBrie(item: Item): void {
  gain(item);
  takeADayOff(item);
  if (isPastDate(item)) gain(item);
}

function agePass(item: Item): void {
  gain(item);
  if (item.sellIn <= 10) gain(item);
  if (item.sellIn <= 5) gain(item);
  takeADayOff(item);
  if (isPastDate(item)) item.quality = 0;
}

function keepForEver(): void {}

const specialNights = new Map<string, Night>([
  ['Aged Brie', ageBrie],
  ['Backstage passes to a TAFKAL80ETC concert', agePass],
  ['Sulfuras, Hand of Ragnaros', keepForEver],
]);

function nightFor(name: string): Night {
  return specialNights.get(name) ?? ageOrdinary;
}

export class GildedRose {
  items: Item[];

  constructor(items: Item[] = []) {
    this.items = items;
  }

  updateQuality(): Item[] {
    for (const item of this.items) nightFor(item.name)(item);
    return this.items;
  }
}
