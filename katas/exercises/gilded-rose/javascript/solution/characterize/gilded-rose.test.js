import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { GildedRose, Item } from './gilded-rose.js';

const brie = 'Aged Brie';
const pass = 'Backstage passes to a TAFKAL80ETC concert';
const sulfuras = 'Sulfuras, Hand of Ragnaros';
const ordinary = 'Oak Shield';

/** Lets one night pass over each row's item alone, so that a failure names its row. */
function pinDown(rows) {
  for (const [name, sellIn, quality, sellInAfter, qualityAfter] of rows) {
    const [item] = new GildedRose([new Item(name, sellIn, quality)]).updateQuality();
    assert.equal(
      `${item.sellIn} ${item.quality}`,
      `${sellInAfter} ${qualityAfter}`,
      `${name}, sellIn ${sellIn}, quality ${quality}: one night made it ${item.sellIn} ${item.quality}`,
    );
  }
}

describe('The Gilded Rose today', () => {
  test('an ordinary item loses one quality a night before its date', () => {
    pinDown([
      [ordinary, 10, 20, 9, 19],
      [ordinary, 2, 20, 1, 19],
      [ordinary, 1, 20, 0, 19],
    ]);
  });

  test('an ordinary item loses two a night from the date on', () => {
    pinDown([
      [ordinary, 0, 20, -1, 18],
      [ordinary, -1, 20, -2, 18],
      [ordinary, 0, 3, -1, 1],
    ]);
  });

  test('the quality of an ordinary item ends at zero', () => {
    pinDown([
      [ordinary, 5, 1, 4, 0],
      [ordinary, 5, 0, 4, 0],
      [ordinary, 0, 2, -1, 0],
      [ordinary, 0, 1, -1, 0],
      [ordinary, 0, 0, -1, 0],
    ]);
  });

  test('nothing puts right a quality that came in out of bounds', () => {
    pinDown([
      [ordinary, 5, -2, 4, -2],
      [ordinary, -1, -2, -2, -2],
      [ordinary, 5, 60, 4, 59],
      [brie, 5, 60, 4, 60],
      [brie, -1, 60, -2, 60],
      [brie, 5, -2, 4, -1],
      [pass, 5, 60, 4, 60],
    ]);
  });

  test('aged brie gains one a night before its date and two after', () => {
    pinDown([
      [brie, 20, 10, 19, 11],
      [brie, 8, 10, 7, 11],
      [brie, 3, 10, 2, 11],
      [brie, 1, 10, 0, 11],
      [brie, 0, 10, -1, 12],
      [brie, -3, 10, -4, 12],
    ]);
  });

  test('aged brie stops at fifty', () => {
    pinDown([
      [brie, 5, 49, 4, 50],
      [brie, 5, 50, 4, 50],
      [brie, 0, 48, -1, 50],
      [brie, 0, 49, -1, 50],
      [brie, 0, 50, -1, 50],
    ]);
  });

  test('a pass gains one, from ten days on two and from five days on three', () => {
    pinDown([
      [pass, 12, 20, 11, 21],
      [pass, 11, 20, 10, 21],
      [pass, 10, 20, 9, 22],
      [pass, 6, 20, 5, 22],
      [pass, 5, 20, 4, 23],
      [pass, 1, 20, 0, 23],
    ]);
  });

  test('a pass stops at fifty', () => {
    pinDown([
      [pass, 11, 49, 10, 50],
      [pass, 11, 50, 10, 50],
      [pass, 10, 48, 9, 50],
      [pass, 10, 49, 9, 50],
      [pass, 5, 47, 4, 50],
      [pass, 5, 48, 4, 50],
      [pass, 5, 49, 4, 50],
    ]);
  });

  test('a pass is worth nothing after the concert', () => {
    pinDown([
      [pass, 0, 20, -1, 0],
      [pass, 0, 50, -1, 0],
      [pass, -1, 60, -2, 0],
      [pass, -1, -3, -2, 0],
    ]);
  });

  test('sulfuras never changes and never ages', () => {
    pinDown([
      [sulfuras, 5, 80, 5, 80],
      [sulfuras, 0, 80, 0, 80],
      [sulfuras, -1, 80, -1, 80],
      [sulfuras, 5, 0, 5, 0],
      [sulfuras, 5, 20, 5, 20],
    ]);
  });

  test('only the exact names are special', () => {
    pinDown([
      ['Aged Cheddar', 5, 20, 4, 19],
      ['aged brie', 5, 20, 4, 19],
      ['Backstage passes to the village fair', 5, 20, 4, 19],
      ['Sulfuras', 5, 20, 4, 19],
      ['Conjured Mana Cake', 3, 6, 2, 5],
    ]);
  });

  test('a night passes over every item of the stock', () => {
    const stock = [new Item(ordinary, 3, 10), new Item(brie, 3, 10), new Item(ordinary, 3, 10)];
    const answer = new GildedRose(stock).updateQuality();
    assert.equal(stock.map((item) => item.quality).join(' '), '9 11 9');
    assert.equal(answer, stock, 'updateQuality gives back the stock it was made with');
    assert.equal(new GildedRose().updateQuality().length, 0, 'a shop without a stock has nothing to update');
  });
});
