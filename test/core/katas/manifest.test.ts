import assert from 'node:assert/strict';
import { checkKataManifest } from '../../../src/core/katas/authoring/checkManifest.ts';
import { parseJsonText } from '../../../src/core/text/json.ts';
import { nearest } from '../../../src/core/text/spelling.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { writtenManifest } from '../../content/broken/goodKata.ts';

const good = writtenManifest;
const { stages, tracks } = JSON.parse(good) as { stages: unknown; tracks: unknown };

function applyFix(text: string, problem: Problem): string {
  const edits = [...problem.fix!.edits].sort((a, b) => b.range.start - a.range.start);
  return edits.reduce((all, { range, text: put }) => all.slice(0, range.start) + put + all.slice(range.end), text);
}

/** The text after every fix has been applied, one after the other. */
function fixAll(text: string, surroundings = {}): string {
  for (let round = 0; round < 20; round++) {
    const fixable = checkKataManifest(text, surroundings).find(({ fix }) => fix);
    if (!fixable) return text;
    text = applyFix(text, fixable);
  }
  throw new Error('the fixes go in circles');
}

describe('a manifest while it is written', () => {
  it('has nothing to say about a good one', () => {
    assert.deepEqual(checkKataManifest(good, { folderName: 'total' }), []);
  });

  it('says where JSON breaks off', () => {
    const [problem] = checkKataManifest('{\n  "id": "a",\n  "title": ,\n}');
    assert.equal(problem!.code, 'KC101');
    assert.deepEqual(problem!.range, { start: 26, end: 27 });
    assert.match(checkKataManifest('')[0]!.message, /ends too early/);
    assert.equal(checkKataManifest('['.repeat(100_000))[0]!.code, 'KC101');
  });

  it('offers the word that was meant, and the key that is missing', () => {
    const broken = good
      .replace('"topics"', '"topcis"')
      .replace('"implement"', '"Implement"')
      .replace('"id": "add"', '"id": "Add Up!"');
    const messages = checkKataManifest(broken).map(({ message }) => message);
    assert.ok(
      messages.some((message) => message.includes('Did you mean “topics”?')),
      messages.join('\n'),
    );
    const fixed = fixAll(broken);
    assert.match(fixed, /"topics"/);
    assert.match(fixed, /"kind": "implement"/);
    assert.match(fixed, /"id": "add-up"/);
  });

  it('can be made whole by its fixes alone', () => {
    const fixed = fixAll(JSON.stringify({ title: 'A title', stages, tracks }), { folderName: 'total' });
    assert.deepEqual(checkKataManifest(fixed, { folderName: 'total' }), []);
    assert.equal((JSON.parse(fixed) as { id: string }).id, 'total');
  });

  it('puts a stage into a track, and a learner’s test file among its files', () => {
    const lacking = good.replace('"total.ts",\n        "total.test.ts"', '"total.ts"').replace('"add": {', '"ad": {');
    const problems = checkKataManifest(lacking);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['KC105', 'KC105', 'KC106'],
    );
    const fixed = fixAll(lacking);
    assert.match(fixed, /"total\.test\.ts",\s+"total\.ts"/);
    assert.match(fixed, /"add": \{\}/);
  });

  it('names the exact words of every problem', () => {
    const broken = good.replace('"minutes": 10', '"minutes": "ten"');
    const [problem] = checkKataManifest(broken);
    assert.equal(broken.slice(problem!.range.start, problem!.range.end), '"ten"');
  });
});

describe('JSON with places', () => {
  it('knows the range of every value and key', () => {
    const text = '\uFEFF{ "a/b": [1, {"c~d": "é🙂"}], "e": null }';
    const json = parseJsonText(text);
    assert.deepEqual(json.errors, []);
    const at = (pointer: string, part?: 'key') => {
      const { start, end } = json.rangeAt(pointer, part);
      return text.slice(start, end);
    };
    assert.equal(at('/a~1b/1/c~0d'), '"é🙂"');
    assert.equal(at('/a~1b/1/c~0d', 'key'), '"c~d"');
    assert.equal(at('/e'), 'null');
    assert.equal(at('/a~1b/7'), '"a/b"');
    assert.deepEqual(json.data, JSON.parse(text.slice(1)));
  });

  it('tells a key that stands twice, whichever file it is in', () => {
    const twice = '{ "id": "a", "id": "b" }';
    assert.deepEqual(
      parseJsonText(twice).repeated.map(({ key, range }) => [key, range.start]),
      [['id', 2]],
    );
    assert.deepEqual(parseJsonText(twice).data, { id: 'b' });
    assert.match(checkKataManifest(twice)[0]!.message, /"id" stands here again further down/);
  });

  it('reads what JSON.parse reads, and nothing else', () => {
    for (const text of ['1e3', '-0.5', '"\\u0041\\n"', '[]', '{}', ' true ', '[1,[2,[3]]]', '{"__proto__": 1}'])
      assert.deepEqual(parseJsonText(text).data, JSON.parse(text), text);
    for (const text of [
      '01',
      '1.',
      "'a'",
      '[1,]',
      '{"a":1,}',
      '{a:1}',
      '"\n"',
      '"\\x"',
      'nul',
      '[1 2]',
      '// a\n1',
      'NaN',
    ])
      assert.equal(parseJsonText(text).errors.length, 1, text);
  });
});

describe('the nearest word', () => {
  it('is the one that was meant, or none', () => {
    assert.equal(nearest('kidn', ['kind', 'title']), 'kind');
    assert.equal(nearest('xyz', ['kind', 'title']), undefined);
    assert.equal(nearest('ab', ['ac', 'ad']), undefined);
  });
});
