import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { bundledProfiles, readConfig } from '../../../src/core/documents/index.ts';
import { matchesGlob, matchesGlobs } from '../../../src/core/documents/config/glob.ts';
import { cpuTime } from '../../support/cpuTime.ts';

describe('globs', () => {
  for (const [glob, file, expected] of [
    ['docs/adr/*.md', 'docs/adr/1.md', true],
    ['docs/adr/*.md', 'docs/adr/old/1.md', false],
    ['docs/**/*.md', 'docs/1.md', true],
    ['**/adr/**', 'a/b/adr/c/d.md', true],
    ['README.md', 'a/README.md', true],
    ['*.{md,markdown}', 'a/b.markdown', true],
    ['a?c.md', 'abc.md', true],
    ['a+(b).md', 'a+(b).md', true],
    ['{a.md', '{a.md', true],
    ['docs', 'docs/adr/1.md', true],
    ['docs', 'a/docs/1.md', true],
    ['docs/', 'docs/1.md', true],
    ['docs/', 'docs', false],
    ['./docs/adr', 'docs/adr/old/1.md', true],
    ['docs', 'docs.md', false],
    ['docs/*', 'docs/adr/1.md', false],
    ['**/drafts', 'docs/drafts/1.md', true],
    ['docs/[0-9]*.md', 'docs/1-a.md', true],
    ['docs/[0-9]*.md', 'docs/a.md', false],
    ['docs/[!0-9]*.md', 'docs/a.md', true],
    ['docs/[!0-9]*.md', 'docs/1.md', false],
    ['a[!b]c', 'a/c', false],
    ['[a.md', '[a.md', true],
    ['[[]a].md', '[a].md', true],
    ['{a,b{c,d}}.md', 'bd.md', true],
    ['{a}.md', '{a}.md', true],
    ['{a,b.md', '{a,b.md', true],
    ['a,b.md', 'a,b.md', true],
    ['docs/000{1..3}-x.md', 'docs/0002-x.md', true],
    ['docs/000{1..3}-x.md', 'docs/0004-x.md', false],
    ['part-{a..c}.md', 'part-b.md', true],
    ['docs/**', 'docs/.hidden/x.md', true],
    ['docs/a**b/x.md', 'docs/a/b/x.md', false],
    ['**/a/**/b.md', 'a/b.md', true],
    ['*', 'ünïcode 😀.md', true],
    ['?.md', '😀.md', true],
    ['a$^.(b|c)+.md', 'a$^.(b|c)+.md', true],
  ] as const)
    it(`${glob} ${expected ? 'means' : 'does not mean'} ${file}`, () =>
      assert.equal(matchesGlob(glob, file), expected));

  it('take out again what "!" names, in the order of their list', () => {
    const globs = ['docs/**', '!docs/drafts/**', 'docs/drafts/kept.md'];
    assert.ok(matchesGlobs(globs, 'docs/a.md'));
    assert.ok(!matchesGlobs(globs, 'docs/drafts/a.md'));
    assert.ok(matchesGlobs(globs, 'docs/drafts/kept.md'));
    assert.ok(!matchesGlobs('!docs/**', 'a.md'));
  });

  it('mean what they mean to others', () => {
    const name = fc.constantFrom('a', 'b', 'ab', 'a1', '.a', 'a.md', 'b.md', '1.md', 'a-b.txt', 'docs');
    const part = fc.oneof(
      fc.constantFrom(
        'a',
        'b',
        'docs',
        '*',
        '*.md',
        'a*',
        '?',
        '??',
        '[ab]*',
        '[!a]*',
        '[a-b]',
        '[0-9].md',
        '.*',
        '**',
      ),
      fc.constantFrom('{a,b}', '{a,b}.md', '*.{md,txt}', '{a,{b,ab}}', '{a,*}', 'a*b*', '*-*', '{docs,a*}', '{a.md'),
    );
    const glob = fc.array(part, { minLength: 2, maxLength: 5 }).map((parts) => [...parts, '*.{md,txt}'].join('/'));
    const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(glob, fc.array(path, { minLength: 10, maxLength: 10 }), (wanted, paths) => {
        const isMatch = picomatch(wanted, { dot: true, posix: true });
        for (const file of paths) assert.equal(matchesGlob(wanted, file), isMatch(file), `${wanted} and ${file}`);
      }),
      { numRuns: 3000 },
    );
  });

  for (const [what, glob] of [
    ['stars', `${'*a'.repeat(7)}b`],
    ['stars alone', `${'*'.repeat(100)}x`],
    ['alternatives', `${'{a,aa,aaa}'.repeat(30)}b`],
    ['folders', `${'**/a*/'.repeat(30)}b`],
    ['every folder', `${'**/'.repeat(30)}x`],
    ['single characters', `${'*?'.repeat(60)}b`],
  ] as const)
    it(`take a long name as it comes: ${what}`, () => {
      for (const file of ['a'.repeat(4000), 'a/'.repeat(2000), `${'aa/'.repeat(1000)}c`]) {
        const taken = cpuTime(() => void matchesGlob(glob, file));
        assert.ok(taken < 300, `${taken} ms`);
      }
    });
});

describe('a glob that cannot be used', () => {
  for (const [glob, advice] of [
    ['{a,aa,aaa}'.repeat(49), /too large/],
    ['{1..1000000}.md', /counts to more than 100 .*write \[0-9\] for each digit/],
    ['a/'.repeat(300), /longer than 500/],
    ['docs/[z-a].md', /is not a regular expression|matches nothing/],
    ['!docs/**', /takes out what the globs before it name, and there is none/],
    ['docs\\adr', /matches nothing: write \//],
  ] as const)
    it(`is told on its words, and the rest counts: ${glob.slice(0, 20)}`, () => {
      const text = JSON.stringify({ preset: 'strict', ignore: [glob, 'old/**'], documents: [] });
      const { config, problems } = readConfig(text, bundledProfiles);
      assert.equal(problems.length, 1);
      assert.match(problems[0]!.message, advice);
      assert.equal(text.slice(problems[0]!.range.start, problems[0]!.range.end), JSON.stringify(glob));
      assert.deepEqual(config, { preset: 'strict', ignore: ['old/**'], documents: [] });
    });

  it('is one too many of a thousand', () => {
    const ignore = Array.from({ length: 1001 }, (_, index) => `a${index}`);
    const text = JSON.stringify({ documents: [{ files: 'docs/**', profile: 'adr/loose' }], preset: 'strict', ignore });
    const { config, problems } = readConfig(text, bundledProfiles);
    assert.deepEqual(
      problems.map(({ message }) => /more than 1000 globs/.test(message)),
      [true],
    );
    assert.equal(config.ignore, undefined);
    assert.equal(config.preset, 'strict');
  });
});
