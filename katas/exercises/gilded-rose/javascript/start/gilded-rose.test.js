import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { GildedRose, Item } from './gilded-rose.js';

/** Lets one night pass over one item and tells what became of it. */
function afterOneNight(name, sellIn, quality) {
  const shop = new GildedRose([new Item(name, sellIn, quality)]);
  const [item] = shop.updateQuality();
  return `${item.sellIn} ${item.quality}`;
}

describe('The Gilded Rose today', () => {
  test('an ordinary item loses one quality and one day', () => {
    assert.equal(afterOneNight('Oak Shield', 10, 20), '9 19');
  });

  // Stage 1: write down everything else the shop does, as it is, not as it should be.
});
