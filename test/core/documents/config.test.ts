import assert from 'node:assert/strict';
import { bundledProfiles, checkDocument, readConfig } from '../../../src/core/documents/index.ts';
import { parseJsonText } from '../../../src/core/text/json.ts';

const read = (text: string) => {
  const { config, problems } = readConfig(text, bundledProfiles);
  return { config, problems: problems.map(({ code, range }) => `${code} ${text.slice(range.start, range.end)}`) };
};

const record = '# ADR-001: T\n\nStatus: Accepted\nDate: 2024-01-10\n\n## Context\n\nx\n\n## Decision\n\nx\n';

describe('the configuration of a workspace', () => {
  it('is empty when there is none', () =>
    assert.deepEqual(readConfig(undefined, bundledProfiles), { config: {}, problems: [] }));

  for (const [what, text, expected] of [
    ['text that is no JSON', '{ "preset": strict }', ['KP980 strict']],
    ['text that ends too early', '{ "preset": "strict"', ['KP980 "']],
    ['a list', '[]', ['KP980 []']],
    ['a setting nobody knows', '{ "presets": 1 }', ['KP980 "presets"']],
    ['a value that is none', '{ "preset": "harsh" }', ['KP980 "harsh"']],
    ['a severity that is none', '{ "rules": { "KP301": "loud" } }', ['KP980 "loud"']],
    ['a rule nobody knows', '{ "rules": { "KP999": "off" } }', ['KP980 "KP999"']],
    ['a profile nobody knows', '{ "documents": [{ "files": "a.md", "profile": "adr/none" }] }', ['KP980 "adr/none"']],
    ['a list of words nobody knows', '{ "words": { "vage": ["soonish"] } }', ['KP980 "vage"']],
    ['a setting that stands there twice', '{ "rules": {}, "rules": {} }', ['KP980 "rules"']],
    ['a glob with backslashes', '{ "ignore": ["docs\\\\*.md"] }', ['KP980 "docs\\\\*.md"']],
    ['files that are no glob', '{ "documents": [{ "files": 1, "profile": "none" }] }', ['KP980 1']],
    ['an entry without files', '{ "documents": [{ "profile": "none" }] }', ['KP980 { "profile": "none" }']],
  ] as const)
    it(`says what is wrong with ${what}, on the words`, () => assert.deepEqual(read(text).problems, expected));

  for (const [text, advice] of [
    ['{ // ours\n}', /has no comments\. Take this one out\./],
    ['{ "ignore": ["a",] }', /Take it out\./],
    ["{ 'ignore': [] }", /Write " here\./],
    ['{ "ignore": [] "rules": {} }', /Look for a comma/],
    ['{ "ignore": [', /Close what is open/],
  ] as const)
    it(`says what to do about ${JSON.stringify(text)}`, () =>
      assert.match(readConfig(text, bundledProfiles).problems[0]!.message, advice));

  it('keeps what is sound beside what is broken', () => {
    const { config, problems } = read('{ "preset": "strict", "rules": 1, "ignore": ["x/**"] }');
    assert.deepEqual(config, { preset: 'strict', ignore: ['x/**'] });
    assert.equal(problems.length, 1);
  });

  it('keeps what is sound beside what is broken in one setting', () => {
    const { config, problems } = read(
      '{ "documents": [{ "files": "z/**", "profle": "none" }, { "files": "notes/**", "profile": "adr/nygrad" }, { "files": "notes/**", "profile": "none" }],' +
        ' "rules": { "section-missing": "hint", "KP302": "loud" }, "gate": ["no rule", "vague-word", "KP999"] }',
    );
    assert.deepEqual(config, {
      documents: [
        { files: 'notes/**', profile: 'adr/nygrad' },
        { files: 'notes/**', profile: 'none' },
      ],
      rules: { 'section-missing': 'hint' },
      gate: ['vague-word', 'KP999'],
    });
    assert.deepEqual(problems, [
      'KP980 { "files": "z/**", "profle": "none" }',
      'KP980 "profle"',
      'KP980 "loud"',
      'KP980 "no rule"',
      'KP980 "adr/nygrad"',
      'KP980 "KP999"',
    ]);
  });

  it('never silences a check by being broken', () => {
    for (const text of [
      '{ "rules": { "section-missing": "of", "KP302": "loud" } }',
      '{ "documents": [{ "files": "docs/**", "profile": "adr/nygrad" }, { "files": "docs/**", "profile": "none" }] }',
    ]) {
      const { config } = read(text);
      const codes = checkDocument(record, { file: 'docs/adr/0001-t.md', config }).problems.map(({ code }) => code);
      assert.ok(codes.includes('KP301'), text);
    }
  });

  it('changes severities by code and by name, and weighs everything strictly when asked', () => {
    const severities = (config: object) =>
      checkDocument(record, { file: 'docs/adr/0001-t.md', config })
        .problems.filter(({ code }) => code === 'KP301')
        .map(({ severity }) => severity);
    assert.deepEqual(severities({}), ['warning']);
    assert.deepEqual(severities({ rules: { KP301: 'hint' } }), ['hint']);
    assert.deepEqual(severities({ rules: { 'section-missing': 'off' } }), []);
    assert.deepEqual(severities({ preset: 'strict' }), ['error']);
  });

  it('gives paths their profile, and takes paths out', () => {
    const config = { documents: [{ files: ['notes/**/*.md'], profile: 'adr/loose' }], ignore: ['**/drafts/**'] };
    const of = (file: string) => checkDocument('# Any\n\n## Decision\n\nx\n', { file, config }).detection?.profile.id;
    assert.equal(of('notes/a/b.md'), 'adr/loose');
    assert.equal(of('notes/drafts/b.md'), undefined);
    assert.equal(of('other/b.md'), undefined);
  });
});

describe('where JSON stops being JSON', () => {
  for (const text of [
    '{}',
    ' [1, 2.5e3, "a\\u00e9", null] ',
    '"x"',
    '',
    '{',
    '[1,]',
    '{"a":1,}',
    '{"a" 1}',
    '01',
    '"\t"',
    '// x',
    'nul',
    '[}',
    '{"a":}',
    '1 2',
    '-',
    '[1 2]',
    '"\\x"',
  ])
    it(`is known for ${JSON.stringify(text)}`, () => {
      const isJson = (() => {
        try {
          return JSON.parse(text) !== undefined;
        } catch {
          return false;
        }
      })();
      assert.equal(parseJsonText(text).errors.length === 0, isJson);
    });

  it('does not overflow on deep nesting', () =>
    assert.match(parseJsonText('['.repeat(100_000)).errors[0]!.message, /nested more than/));
});
