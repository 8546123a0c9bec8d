import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { listFiles } from '../../../src/build/files.mjs';
import { EVIDENCE_STEPS } from '../../../src/core/documents/profiles/profile.ts';
import { compilePattern, PatternError, type Flags, type Pattern } from '../../../src/core/text/pattern/pattern.ts';
import { cpuTime } from '../../support/cpuTime.ts';

/** Regular expressions as people write them, put together at random. */
const { whole } = fc.letrec<{ atom: string; some: string; row: string; whole: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom('a', 'b', 'A', '.', '\\d', '\\w', '\\s', '[ab]', '[^a-c]', '\\.', '-', '\\u0061', '😀', '\\x41'),
    fc.constantFrom('^', '$', '\\b', '\\B').map((place) => `(?:${place})`),
    tie('whole').map((inner) => `(${inner})`),
    tie('whole').map((inner) => `(?:${inner})`),
    tie('whole').map((inner) => `(?<n${inner.length}>${inner})`),
  ),
  some: fc
    .tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '*?', '{2}', '{1,3}', '{0,2}?'))
    .map((parts) => parts.join('')),
  row: fc.array(tie('some'), { maxLength: 4 }).map((parts) => parts.join('')),
  whole: fc.array(tie('row'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('|')),
}));

/** Some of them count to more than is taken. */
function compileOrSkip(source: string, flags: Flags): Pattern {
  try {
    return compilePattern(source, flags);
  } catch (error) {
    fc.pre(!(error instanceof PatternError && /too large/.test(error.message)));
    throw error;
  }
}

describe('a pattern', () => {
  it('fits the same texts as the platform’s own regular expression', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'A', '1', ' ', '-', '.', '\n', '😀', 'ſ', 'é'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        whole,
        fc.constantFrom<Flags>('', 'i', 'u', 'iu'),
        fc.array(texts, { minLength: 5, maxLength: 5 }),
        (source, flags, all) => {
          let expected: RegExp;
          try {
            expected = new RegExp(source, flags);
          } catch {
            fc.pre(false);
          }
          const pattern = compileOrSkip(source, flags);
          for (const text of all.map((characters) => characters.join('')))
            assert.equal(pattern.test(text), expected!.test(text), `/${source}/${flags} on ${JSON.stringify(text)}`);
        },
      ),
      { numRuns: 500 },
    );
  });

  for (const [source, flags, text, expected] of [
    ['a{,5}', '', 'a{,5}', true],
    ['^{a}$', '', '{a}', true],
    [']', '', ']', true],
    ['^\\0$', '', '\0', true],
    ['^[\\]a]$', 'u', ']', true],
    ['^[^]$', 'u', '\n', true],
    ['[]', 'u', 'a', false],
    ['^\\p{Lu}$', 'u', 'É', true],
    ['^\\p{Lu}$', 'iu', 'é', true],
    ['^\\uD83D\\uDE00$', 'u', '😀', true],
    ['^\\u{1F600}$', 'u', '😀', true],
    ['^..$', '', '😀', true],
    ['^.$', 'u', '😀', true],
    ['^\\cJ$', 'u', '\n', true],
    ['^(?:a{0}){9}$', '', '', true],
    ['(?:|a){1000000}b', '', 'b', undefined],
    ['(?:){1000000}b', '', 'b', true],
    ['', '', '', true],
  ] as const)
    it(`/${source}/${flags} ${expected ? 'fits' : 'does not fit'} ${JSON.stringify(text)}`, () => {
      if (expected === undefined) assert.throws(() => compilePattern(source, flags), PatternError);
      else {
        assert.equal(compilePattern(source, flags).test(text), expected);
        assert.equal(new RegExp(source, flags).test(text), expected);
      }
    });

  for (const [source, advice] of [
    ['(a)\\1', /refers back .*"\\1"/],
    ['(?<n>a)\\k<n>', /refers back/],
    ['(?=a)b', /looks ahead or behind .*"\(\?="/],
    ['a(?!b)', /looks ahead/],
    ['(?<=a)b', /looks ahead or behind/],
    ['(?<!a)b', /looks ahead or behind/],
    ['(', /is not a regular expression/],
    ['(?:[a-z]{30}){30}', /too large/],
    ['a{1000000}', /too large/],
    ['[ab]*a[ab]{300}c', /too large/],
    ['((((a{9}){9}){9}){9}){9}', /too large/],
    [`${'('.repeat(500)}${')'.repeat(500)}`, /groups within each other/],
    ['a'.repeat(5000), /longer than/],
    ['|'.repeat(1500), /too large/],
  ] as const)
    it(`is refused: ${source.slice(0, 30)}`, () =>
      assert.throws(
        () => compilePattern(source, ''),
        (error) => error instanceof PatternError && advice.test(error.message),
      ));

  for (const source of [
    '.*.*.*.*.*x$',
    '^(a*)(a*)(a*)(a*)(a*)(a*)b$',
    '(a+)+$',
    '^(a|aa)+$',
    '(x+x+)+y',
    '^(a{1,10}){1,10}$',
    '^(a?){40}a{40}$',
    '(a|b)*a(a|b){30}c',
    '[ab]*a[ab]{130}c',
    '(?:[^b]|\\w|.|a)*(?:[^c]|\\w|a)*x',
    '(\\ba|\\Ba|a\\b|a)*x',
  ])
    it(`takes a text of 100,000 characters as it comes: ${source}`, () => {
      const pattern = compilePattern(source, 'u');
      let random = 1;
      const mixed = Array.from({ length: 100_000 }, () => ((random = (random * 48271) % 0x7fffffff) & 64 ? 'a' : 'b'));
      for (const text of ['a'.repeat(100_000), mixed.join('')]) {
        const taken = cpuTime(() => void pattern.test(text));
        assert.ok(taken < 1500, `${taken} ms`);
      }
    });

  it('is what every profile that comes with Katapath could have had of a workspace', () => {
    const patterns = listFiles('schemas/documents')
      .filter((name) => name.endsWith('.schema.json'))
      .flatMap((name) => [
        ...readFileSync(`schemas/documents/${name}`, 'utf8').matchAll(
          /"(?:pattern|title|file|folder)": ("(?:\\.|[^"\\])*")/g,
        ),
      ])
      .map(([, text]) => JSON.parse(text!) as string);
    assert.ok(patterns.length > 50);
    for (const source of patterns) compilePattern(source, 'i', EVIDENCE_STEPS);
  });
});
