import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { GildedRose, Item } from '../gilded-rose.ts';

interface Golden {
  name: string;
  sellIn: number;
  quality: number;
  thirtyNights: string;
}

interface Night {
  name: string;
  sellIn: number;
  sellInAfter: number;
  before: number[];
  after: number[];
}

const cases: { conjuredGolden: Golden[]; conjuredNights: Night[] } = JSON.parse(
  readFileSync(new URL('./cases.json', import.meta.url), 'utf8'),
);

/** One night over one item; `expected` is "sellIn quality". */
function expectNight(name: string, sellIn: number, quality: number, expected: string): void {
  const item = new Item(name, sellIn, quality);
  new GildedRose([item]).updateQuality();
  const actual = `${item.sellIn} ${item.quality}`;
  const story = `${name}, sellIn ${sellIn}, quality ${quality}, after one night`;
  assert.equal(actual, expected, `${story}: should be "${expected}" (sellIn quality), not "${actual}"`);
}

describe('Conjured items', () => {
  test('lose two quality a night before their date', () => {
    expectNight('Conjured Mana Cake', 10, 20, '9 18');
    expectNight('Conjured Mana Cake', 3, 6, '2 4');
  });

  test('lose four quality a night after their date', () => {
    expectNight('Conjured Mana Cake', -1, 20, '-2 16');
    expectNight('Conjured Mana Cake', -9, 5, '-10 1');
  });

  test('still lose two on the last night before the date and four on the next', () => {
    expectNight('Conjured Mana Cake', 1, 20, '0 18');
    expectNight('Conjured Mana Cake', 0, 20, '-1 16');
  });

  test('never fall below zero before their date', () => {
    expectNight('Conjured Mana Cake', 5, 2, '4 0');
    expectNight('Conjured Mana Cake', 5, 1, '4 0');
    expectNight('Conjured Mana Cake', 5, 0, '4 0');
  });

  test('never fall below zero after their date', () => {
    for (const quality of [4, 3, 2, 1, 0]) expectNight('Conjured Mana Cake', 0, quality, '-1 0');
  });

  test('keep a quality below zero that they came with', () => {
    expectNight('Conjured Mana Cake', 5, -3, '4 -3');
    expectNight('Conjured Mana Cake', -5, -3, '-6 -3');
  });

  test('are not cut down to fifty', () => {
    expectNight('Conjured Mana Cake', 5, 60, '4 58');
    expectNight('Conjured Mana Cake', -5, 60, '-6 56');
  });

  test('are all those whose name begins with conjured', () => {
    for (const name of ['Conjured Lantern', 'Conjured Rope of Climbing', 'Conjured']) expectNight(name, 5, 20, '4 18');
  });

  test('are not those with conjured somewhere else in the name', () => {
    for (const name of ['Freshly Conjured Bread', 'conjured lantern', 'Manual for Conjured Things'])
      expectNight(name, 5, 20, '4 19');
  });

  test('stay conjured when the rest of the name is a special one', () => {
    expectNight('Conjured Aged Brie', 5, 20, '4 18');
    expectNight('Conjured Sulfuras, Hand of Ragnaros', 5, 20, '4 18');
    expectNight('Conjured Backstage passes to a TAFKAL80ETC concert', 0, 20, '-1 16');
  });

  test('follow the record of thirty nights', () => {
    for (const { name, sellIn, quality, thirtyNights } of cases.conjuredGolden) {
      const item = new Item(name, sellIn, quality);
      const shop = new GildedRose([item]);
      for (const [night, expected] of thirtyNights.split(', ').entries()) {
        shop.updateQuality();
        const actual = `${item.sellIn} ${item.quality}`;
        const story = `${name} that began with sellIn ${sellIn} and quality ${quality}, after night ${night + 1}`;
        assert.equal(actual, expected, `${story}: should be "${expected}" (sellIn quality), not "${actual}"`);
      }
    }
  });

  test('keep every recorded boundary', () => {
    for (const { name, sellIn, sellInAfter, before, after } of cases.conjuredNights) {
      for (const [place, quality] of before.entries())
        expectNight(name, sellIn, quality, `${sellInAfter} ${after[place]}`);
    }
  });

  test('leave their neighbours on the shelf alone', () => {
    const stock = [
      new Item('Aged Brie', 5, 20),
      new Item('Conjured Mana Cake', 5, 20),
      new Item('Oak Shield', 5, 20),
      new Item('Sulfuras, Hand of Ragnaros', 5, 80),
    ];
    new GildedRose(stock).updateQuality();
    const actual = stock.map((item) => item.quality).join(' ');
    assert.equal(
      actual,
      '21 18 19 80',
      `brie, conjured, ordinary and Sulfuras should be "21 18 19 80", not "${actual}"`,
    );
  });
});
