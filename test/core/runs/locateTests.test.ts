import assert from 'node:assert/strict';
import { bundledCatalog } from '../../../src/core/model/catalog.ts';
import { locateTests } from '../../../src/core/runs/locateTests.ts';
import { builtShelf } from '../../support/shelf.ts';
import { nestTests, type TestNode } from '../../../src/core/runs/testNames.ts';

describe('Where tests stand in a test file', () => {
  it('finds a test by its quoted title, inside its suite', () => {
    const text =
      "describe('stack', () => {\n  test('is empty', f);\n});\ndescribe('queue', () => {\n  test('is empty', f);\n});";
    assert.deepEqual(
      [...locateTests(text, ['stack > is empty', 'queue > is empty'])],
      [
        ['stack', 0],
        ['stack > is empty', 1],
        ['queue', 3],
        ['queue > is empty', 4],
      ],
    );
  });

  it('does not take a comment that quotes the title for the test', () => {
    const places = locateTests("/** Calls `sum` and more. */\nconst name = 'sum';\ndescribe('sum', f);", ['sum']);
    assert.equal(places.get('sum'), 2);
  });

  it('finds a Python test by its class and method', () => {
    const text =
      'class A(TestCase):\n    def test_x(self): ...\n    def test_xy(self): ...\n\nclass B(TestCase):\n    def test_x(self): ...\n';
    const places = locateTests(text, ['A > test_x', 'A > test_xy', 'B > test_x']);
    assert.deepEqual([places.get('A > test_x'), places.get('A > test_xy'), places.get('B > test_x')], [1, 2, 5]);
  });

  it('finds a title that holds quotes and signs of patterns', () => {
    const places = locateTests("\n\n  it('doesn\\'t (ever) add $1.50', f)", ["doesn't (ever) add $1.50"]);
    assert.equal(places.get("doesn't (ever) add $1.50"), 2);
  });

  it('finds a test whose title is put together, or comes from a table, where it is called', () => {
    assert.equal(locateTests('\nfor (const n of [1, 2]) test(`adds ${n}`, f);', ['adds 1']).get('adds 1'), 1);
    const text =
      "describe('a', () => {\n  test('one', f);\n});\ndescribe('b', () => {\n  for (const { name } of cases)\n    test(name, f);\n});";
    const places = locateTests(text, ['a > one', 'b > two', 'b > three']);
    assert.deepEqual([places.get('a > one'), places.get('b > two'), places.get('b > three')], [1, 5, 5]);
    const python = 'class A(TestCase):\n    pass\n\nfor case in CASES:\n    setattr(A, case["name"], make(case))\n';
    assert.equal(locateTests(python, ['A > test_two']).get('A > test_two'), 4);
  });

  it('leaves out a test that is nowhere', () => {
    assert.deepEqual([...locateTests("test('adds', f);", ['subtracts'])], []);
  });

  it('finds the tests of every shipped kata, so that each can have its icon in the editor', async () => {
    const lost: string[] = [];
    for (const {
      manifest: { id },
    } of bundledCatalog.katas) {
      const { manifest } = await builtShelf.open(id);
      const content = builtShelf.contentOf(id);
      for (const [language, track] of Object.entries(manifest.tracks)) {
        for (const { tests } of Object.values(track.stages)) {
          if (!tests) continue;
          const text = (await content.read(`${language}/tests/${tests.file}`))!;
          const places = locateTests(text, tests.expected);
          lost.push(
            ...tests.expected.filter((name) => !places.has(name)).map((name) => `${manifest.id} ${language}: ${name}`),
          );
        }
      }
    }
    assert.deepEqual(lost, []);
  });
});

describe('Test names as a tree', () => {
  const print = (nodes: readonly TestNode[]): string =>
    nodes.map(({ title, children }) => (children.length > 0 ? `${title}(${print(children)})` : title)).join(' ');

  it('puts tests into their suites, in the order of their first appearance', () => {
    assert.equal(print(nestTests(['a > b > c', 'd', 'a > e', 'a > b > f'])), 'a(b(c f) e) d');
  });
});
