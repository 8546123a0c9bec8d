import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { listFiles } from '../../../src/build/files.mjs';
import { isSlowPattern } from '../../../src/core/documents/profiles/slowPattern.ts';

describe('a pattern that repeats what repeats itself', () => {
  for (const source of [
    '(a+)+',
    '(a*)*',
    '([a-z]+,?){2,}',
    '^(?:\\w+\\s?)*$',
    '((a|b)*c)+',
    '(x+x+)+y',
    '(a{1,})+',
    '^(a|a)*$',
    '^(a|aa)+$',
    '(a|[a-z])*',
    '([^b]|\\w)*',
    '(ä|Ä)*',
    '(a(b|bc)c)*',
    '(a|)*',
    '(?:\\ba|\\ba)*',
    '((a)|a)*',
    '(?<word>a|a)*',
    '^(a{1,30}){1,30}$',
    '^(a?){40}a{40}$',
    '(a?a)+',
    '((a?){5}){5}',
    '((a?){5}b|c)+',
  ])
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
    '(?:foo|bar|\\d)*',
    '(?:[a-z]|-|\\s)+',
    '(x(a|b)y)*',
    '(?:a|a)',
    '(?:a|ab)?',
    '(?=a)(?!b)(?<!c)d+?',
    '^(\\d{1,3}\\.){3}\\d{1,3}$',
    'a{2,5}b{3}',
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
