import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { GildedRose, Item } from '../gilded-rose.ts';

/** An item and what it was after each of thirty nights, as "sellIn quality". */
interface Golden {
  kind: string;
  name: string;
  sellIn: number;
  quality: number;
  thirtyNights: string;
}

/** One night for many qualities of the same item. */
interface Night {
  kind: string;
  name: string;
  sellIn: number;
  sellInAfter: number;
  before: number[];
  after: number[];
}

const cases: { golden: Golden[]; nights: Night[] } = JSON.parse(
  readFileSync(new URL('./cases.json', import.meta.url), 'utf8'),
);

/** Plays the thirty nights of every recorded item of a kind and stops at the first night that differs. */
function expectGoldenMaster(kind: string): void {
  for (const { name, sellIn, quality, thirtyNights } of cases.golden.filter((golden) => golden.kind === kind)) {
    const item = new Item(name, sellIn, quality);
    const shop = new GildedRose([item]);
    for (const [night, expected] of thirtyNights.split(', ').entries()) {
      shop.updateQuality();
      const actual = `${item.sellIn} ${item.quality}`;
      const story = `${name} that began with sellIn ${sellIn} and quality ${quality}, after night ${night + 1}`;
      assert.equal(actual, expected, `${story}: should be "${expected}" (sellIn quality), not "${actual}"`);
    }
  }
}

/** One night over every recorded boundary of a kind. */
function expectBoundaries(kind: string): void {
  for (const { name, sellIn, sellInAfter, before, after } of cases.nights.filter((night) => night.kind === kind)) {
    for (const [place, quality] of before.entries()) {
      const item = new Item(name, sellIn, quality);
      new GildedRose([item]).updateQuality();
      const actual = `${item.sellIn} ${item.quality}`;
      const expected = `${sellInAfter} ${after[place]}`;
      const story = `${name}, sellIn ${sellIn}, quality ${quality}, after one night`;
      assert.equal(actual, expected, `${story}: should be "${expected}" (sellIn quality), not "${actual}"`);
    }
  }
}

describe('The refactored shop', () => {
  test('treats ordinary items as before for thirty nights', () => expectGoldenMaster('ordinary'));
  test('treats aged brie as before for thirty nights', () => expectGoldenMaster('brie'));
  test('treats backstage passes as before for thirty nights', () => expectGoldenMaster('pass'));
  test('treats sulfuras as before for thirty nights', () => expectGoldenMaster('sulfuras'));
  test('treats names that only look special as before for thirty nights', () => expectGoldenMaster('lookalike'));

  test('keeps every boundary of ordinary items', () => expectBoundaries('ordinary'));
  test('keeps every boundary of aged brie', () => expectBoundaries('brie'));
  test('keeps every boundary of backstage passes', () => expectBoundaries('pass'));
  test('keeps every boundary of sulfuras', () => expectBoundaries('sulfuras'));

  test('updates all items of a mixed stock in one night', () => {
    const stock = cases.golden.map(({ name, sellIn, quality }) => new Item(name, sellIn, quality));
    new GildedRose(stock).updateQuality();
    for (const [place, { name, thirtyNights }] of cases.golden.entries()) {
      const [expected] = thirtyNights.split(', ');
      const actual = `${stock[place].sellIn} ${stock[place].quality}`;
      const story = `item ${place} (${name}) of a stock of ${stock.length}, after one night`;
      assert.equal(actual, expected, `${story}: should be "${expected}" (sellIn quality), not "${actual}"`);
    }
  });

  test('changes the items it was given and no copies of them', () => {
    const oak = new Item('Oak Shield', 4, 7);
    const brie = new Item('Aged Brie', 4, 7);
    const stock = [oak, brie];
    const shop = new GildedRose(stock);
    const answer = shop.updateQuality();
    assert.equal(shop.items, stock, 'shop.items should be the very array the shop was made with');
    assert.equal(answer, stock, 'updateQuality() should give back the very array the shop was made with');
    assert.ok(
      stock[0] === oak && stock[1] === brie,
      'the items in the array should be the same objects in the same order',
    );
    assert.equal(oak.quality, 6, `the caller's Oak Shield should have quality 6, not ${oak.quality}`);
    assert.equal(oak.name, 'Oak Shield', `the name should stay "Oak Shield", not "${oak.name}"`);
  });

  test('has nothing to do in an empty shop', () => {
    assert.equal(new GildedRose([]).updateQuality().length, 0, 'a shop of [] should still be empty after a night');
    assert.equal(new GildedRose().updateQuality().length, 0, 'a shop made without items should be empty');
  });

  test('leaves the item class as it was', () => {
    const item = new Item('Oak Shield', 4, 7);
    const fields = JSON.stringify(item);
    const expected = '{"name":"Oak Shield","sellIn":4,"quality":7}';
    assert.equal(fields, expected, `new Item('Oak Shield', 4, 7) should have the fields ${expected}, not ${fields}`);
  });
});
