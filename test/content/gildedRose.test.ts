import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realRunner } from '../support/runs.ts';
import { builtShelf } from '../support/shelf.ts';

const kata = join('katas', 'exercises', 'gilded-rose');
const brie = 'Aged Brie';
const pass = 'Backstage passes to a TAFKAL80ETC concert';
const sulfuras = 'Sulfuras, Hand of Ragnaros';
const names = [brie, pass, sulfuras, 'Oak Shield', 'Conjured Mana Cake', 'aged brie', 'Sulfuras', ''];

type Row = readonly [name: string, sellIn: number, quality: number];

/** The well-known rules, written down a second time and differently from every solution: in two phases of one night. */
function spendNight([name, sellIn, quality]: Row): Row {
  if (name === sulfuras) return [name, sellIn, quality];
  let worth = quality;
  const gain = () => (worth += worth < 50 ? 1 : 0);
  const lose = () => (worth -= worth > 0 ? 1 : 0);
  if (name === brie || name === pass) gain();
  else lose();
  if (name === pass && sellIn < 11) gain();
  if (name === pass && sellIn < 6) gain();
  const left = sellIn - 1;
  if (left >= 0) return [name, left, worth];
  if (name === brie) gain();
  else if (name === pass) worth = 0;
  else lose();
  return [name, left, worth];
}

function everyItem(): Row[] {
  const rows: Row[] = [];
  for (const name of names)
    for (let sellIn = -5; sellIn <= 15; sellIn++)
      for (let quality = -3; quality <= 60; quality++) rows.push([name, sellIn, quality]);
  return rows;
}

function firstDifference(rows: readonly Row[], actual: readonly Row[]): string | undefined {
  const place = rows.findIndex((row, index) => String(spendNight(row)) !== String(actual[index]));
  if (place === -1) return undefined;
  return `${rows[place]}: should become ${spendNight(rows[place]!)}, not ${actual[place]}`;
}

const inJavaScript = [
  `import { GildedRose, Item } from './gilded-rose.js';`,
  'export const spendNight = (rows) =>',
  '  new GildedRose(rows.map((row) => new Item(...row)))',
  '    .updateQuality()',
  '    .map(({ name, sellIn, quality }) => [name, sellIn, quality]);',
];
const inPython = [
  'from gilded_rose import GildedRose, Item',
  'def spend_night(rows):',
  '    items = [Item(*row) for row in rows]',
  '    GildedRose(items).update_quality()',
  '    return [[item.name, item.sell_in, item.quality] for item in items]',
];
const tracks = {
  typescript: { file: 'gilded-rose.ts', driver: 'night.ts', call: 'spendNight', text: inJavaScript },
  javascript: { file: 'gilded-rose.js', driver: 'night.js', call: 'spendNight', text: inJavaScript },
  python: { file: 'gilded_rose.py', driver: 'night.py', call: 'spend_night', text: inPython },
};

describe('the code of the Gilded Rose', () => {
  const rows = everyItem();
  const runner = realRunner();
  after(() => runner.dispose());

  for (const [language, { file, driver, call, text }] of Object.entries(tracks))
    for (const place of ['start', 'solution/refactor'])
      it(`does in ${language} what the well-known kata does, in ${place}`, async () => {
        const code = (await builtShelf.contentOf('gilded-rose').read(`${language}/${place}/${file}`))!;
        const driverText = text.join('\n').replace('.js', language === 'typescript' ? '.ts' : '.js');
        const files = { [file]: code, [driver]: driverText };
        const result = await runner.call({ language, files, module: driver, function: call, argument: rows });
        if (result.verdict !== 'passed') assert.fail(result.summary);
        assert.equal(firstDifference(rows, result.value as Row[]), undefined);
      });

  it('recorded its golden master from these rules', () => {
    const { golden } = JSON.parse(readFileSync(join(kata, 'cases.json'), 'utf8')) as {
      golden: { name: string; sellIn: number; quality: number; thirtyNights: string }[];
    };
    for (const { name, sellIn, quality, thirtyNights } of golden) {
      let item: Row = [name, sellIn, quality];
      const nights = Array.from({ length: 30 }, () => (item = spendNight(item)).slice(1).join(' '));
      assert.equal(nights.join(', '), thirtyNights, `thirty nights of ${name}, ${sellIn}, ${quality}`);
    }
  });
});
