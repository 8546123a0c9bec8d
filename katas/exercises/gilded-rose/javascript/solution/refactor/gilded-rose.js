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

const ceiling = 50;

function gain(item) {
  if (item.quality < ceiling) item.quality += 1;
}

function lose(item) {
  if (item.quality > 0) item.quality -= 1;
}

function takeADayOff(item) {
  item.sellIn -= 1;
}

function isPastDate(item) {
  return item.sellIn < 0;
}

function ageOrdinary(item) {
  lose(item);
  takeADayOff(item);
  if (isPastDate(item)) lose(item);
}

function ageBrie(item) {
  gain(item);
  takeADayOff(item);
  if (isPastDate(item)) gain(item);
}

function agePass(item) {
  gain(item);
  if (item.sellIn <= 10) gain(item);
  if (item.sellIn <= 5) gain(item);
  takeADayOff(item);
  if (isPastDate(item)) item.quality = 0;
}

function keepForEver() {}

const specialNights = new Map([
  ['Aged Brie', ageBrie],
  ['Backstage passes to a TAFKAL80ETC concert', agePass],
  ['Sulfuras, Hand of Ragnaros', keepForEver],
]);

function nightFor(name) {
  return specialNights.get(name) ?? ageOrdinary;
}

export class GildedRose {
  items;

  constructor(items = []) {
    this.items = items;
  }

  updateQuality() {
    for (const item of this.items) nightFor(item.name)(item);
    return this.items;
  }
}
