import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { listFiles } from '../../../src/build/files.mjs';
import { isSlowPattern } from '../../../src/core/documents/profiles/slowPattern.ts';

describe('a pattern that repeats what repeats itself', () => {
  for (const source of ['(a+)+', '(a*)*', '([a-z]+,?){2,}', '^(?:\\w+\\s?)*$', '((a|b)*c)+', '(x+x+)+y', '(a{1,})+'])
    it(`is told: ${source}`, () => assert.ok(isSlowPattern(source)));

  for (const source of [
    'a+b*',
    '(abc)+',
    '(a+)?',
    '(a+){2,5}',
    '(a+)(b+)',
    '[+*(]+',
    '\\(a+\\)+',
    '^\\d{4}-\\d{2}$',
    '(a|b)+',
    '[\\])+*]+x',
    ')+',
    '',
  ])
    it(`is not: ${source || 'nothing'}`, () => assert.ok(!isSlowPattern(source)));

  it('is in none of the profiles that come with Katapath where a workspace could not have it', () => {
    const found = listFiles('schemas/documents')
      .filter((name) => name.endsWith('.schema.json'))
      .flatMap((name) => [
        ...readFileSync(`schemas/documents/${name}`, 'utf8').matchAll(
          /"(?:pattern|title|file|folder)": ("(?:\\.|[^"\\])*")/g,
        ),
      ])
      .map(([, text]) => JSON.parse(text!) as string)
      .filter(isSlowPattern);
    assert.deepEqual(found, []);
  });
});
