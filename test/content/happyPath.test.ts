import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFolder } from '../../src/core/katas/textFolder.ts';
import { readMutants, readSolution, readStart } from '../../src/core/katas/content.ts';
import { gradeStage } from '../../src/core/katas/grading/gradeStage.ts';
import { finish, realRunner } from '../support/runs.ts';
import { builtShelf } from '../support/shelf.ts';

const roseTests = `
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GildedRose, Item } from './gilded-rose.js';

const night = (name, sellIn, quality) => new GildedRose([new Item(name, sellIn, quality)]).updateQuality()[0].quality;

test('ordinary', () => assert.equal(night('Oak Shield', 10, 20), 19));
test('past its date', () => assert.equal(night('Oak Shield', 0, 20), 18));
test('brie', () => assert.equal(night('Aged Brie', 10, 20), 21));
test('pass', () => assert.equal(night('Backstage passes to a TAFKAL80ETC concert', 15, 20), 21));
test('legend', () => assert.equal(night('Sulfuras, Hand of Ragnaros', 10, 80), 80));
`;

const heapTests = `
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MinHeap } from './min-heap.js';

const pushed = (...items) => items.reduce((heap, item) => (heap.push(item), heap), new MinHeap());

test('empty', () => assert.equal(new MinHeap().size, 0));
test('first', () => assert.equal(pushed(5, 3, 8, 1).peek(), 1));
test('order', () => {
  const heap = pushed(5, 3, 8, 1);
  assert.deepEqual([heap.pop(), heap.pop(), heap.pop(), heap.pop()], [1, 3, 5, 8]);
});
test('built', () => assert.equal(MinHeap.from([3, 1, 2]).pop(), 1));
test('cost of many pushes', () => {
  let calls = 0;
  const heap = new MinHeap((left, right) => (calls++, left - right));
  for (let item = 0; item < 1000; item++) heap.push(item);
  assert.ok(calls < 1000 * 12);
});
`;

const suites = [
  { id: 'gilded-rose', stage: 'characterize', file: 'gilded-rose.test.js', text: roseTests },
  { id: 'task-scheduler', stage: 'own-big-o', file: 'min-heap.test.js', text: heapTests },
];

describe('a suite of happy paths', () => {
  const runner = realRunner();
  after(() => runner.dispose());

  for (const { id, stage, file, text } of suites)
    it(`lets more than half of the wrong versions of ${id} live, and is told which in words`, async () => {
      const kata = await builtShelf.open(id);
      const content = builtShelf.contentOf(id);
      const wrong = (await readMutants(kata, 'javascript', content)).filter(
        (mutant) => mutant.stage === stage && !mutant.correct,
      );
      const learner = textFolder({ ...(await readStart(kata, 'javascript', content)), [file]: text });
      const result = await finish(gradeStage({ kata, language: 'javascript', stage, learner, content, runner }));
      const survivors = result.survivors ?? [];
      assert.equal(result.verdict, 'failed', result.summary);
      assert.ok(survivors.length > wrong.length / 2, `${survivors.length} of ${wrong.length} survived`);
      assert.ok(survivors.length < wrong.length, 'even happy paths notice something');
      for (const { why } of survivors) assert.doesNotMatch(why, /[{};=]|=>|\(\)/, `told in words: ${why}`);
    });
});

describe('a suite of tests that somebody else wrote', () => {
  const runner = realRunner();
  after(() => runner.dispose());

  for (const [language, file] of [
    ['javascript', 'min-heap.test.js'],
    ['python', 'test_min_heap.py'],
  ] as const)
    it(`finds every wrong version of the heap as well (${language})`, async () => {
      const [id, stage] = ['task-scheduler', 'own-big-o'];
      const kata = await builtShelf.open(id);
      const content = builtShelf.contentOf(id);
      const own = readFileSync(join('test', 'content', 'suites', file), 'utf8');
      const learner = textFolder({ ...(await readSolution(kata, language, stage, content)), [file]: own });
      const result = await finish(gradeStage({ kata, language, stage, learner, content, runner }));
      assert.equal(result.verdict, 'passed', `${result.summary} ${result.next}`);
    });
});
