import assert from 'node:assert/strict';
import { schemas } from 'katapath:schemas';
import { bundledProfiles, checkDocument, renderFileName, renderTemplate } from '../../../src/core/documents/index.ts';
import { compileOwnProfiles } from '../../../src/core/documents/profiles/ownProfiles.ts';
import { cpuTime } from '../../support/cpuTime.ts';

const values = { title: 'Keep orders in PostgreSQL', number: 17, date: '2024-01-10', author: 'sam' };

/** The template as an author would leave it: every comment replaced by words of the kind the schema asks for. */
function fillIn(text: string): string {
  return text.replace(
    /<!-- [^]*? -->/g,
    'A. First — rejected: too slow\n\n- It is so.\n\n1. It is done.\n\n| a | b |\n|---|---|\n| 1 | 2 |',
  );
}

describe('profiles', () => {
  for (const profile of bundledProfiles) {
    it(`${profile.id}: a new document is found to be one, and fits once it is filled in`, () => {
      const file = renderFileName(profile, values);
      const beside = profile.id === 'rfc/kep' ? ['kep.yaml'] : [];
      const text = fillIn(renderTemplate(profile, values));
      const { detection, problems, document } = checkDocument(text, { file, beside });
      // What a `loose` profile starts is good enough to be found as one of the others.
      if (!profile.id.endsWith('/loose')) assert.equal(detection?.profile.id, profile.id, text);
      assert.equal(detection?.profile.kind, profile.kind, text);
      const structural = problems.filter(({ code }) => /^KP[0-3]/.test(code));
      assert.deepEqual(
        structural.map(({ code, message, range }) => `${code} ${message} ${document.slice(range)}`),
        [],
      );
    });

    it(`${profile.id}: every section its schema names is one it describes`, () => {
      const { properties = {} } = profile.schema as {
        properties?: Record<string, { required?: string[]; properties?: object; anyOf?: { required: string[] }[] }>;
      };
      const { required = [], properties: named = {}, anyOf = [] } = properties.sections ?? {};
      const keys = new Set(profile.sections?.map(({ key }) => key));
      for (const name of [...required, ...Object.keys(named), ...anyOf.flatMap((branch) => branch.required)])
        assert.ok(keys.has(name), name);
    });
  }

  it('are found by headings in other languages', () => {
    const german =
      '# ADR-003: Warteschlange\n\n## Status\n\nAkzeptiert\n\n## Kontext\n\nViel Last.\n\n## Entscheidung\n\nWir nehmen eine.\n\n## Konsequenzen\n\nMehr Betrieb.\n';
    const { detection, document, problems } = checkDocument(german);
    assert.equal(detection?.profile.id, 'adr/nygard');
    assert.equal(document.metadata.status?.meaning, 'accepted');
    assert.deepEqual(
      problems.filter(({ code }) => code === 'KP301'),
      [],
    );
  });

  it('may be named by the document itself, and a name nobody knows is reported', () => {
    const text = '<!-- katapath: profile=adr/ours -->\n# Anything\n';
    const { problems, document } = checkDocument(text);
    assert.deepEqual(
      problems.map(({ code, range }) => [code, document.slice(range)]),
      [['KP991', 'adr/ours']],
    );
    assert.equal(
      checkDocument('<!-- katapath: none -->\n# ADR-1: T\n\n## Context\n\n## Decision\n').detection,
      undefined,
    );
  });
});

describe("a workspace's own profiles", () => {
  const ours = {
    title: 'Team note',
    type: 'object',
    properties: { sections: { type: 'object', required: ['why'] } },
    'x-katapath': { kind: 'note', detect: [{ points: 5, title: '^Note' }], sections: [{ key: 'why', heading: 'Why' }] },
  };

  it('are one file each and add a kind of their own', async () => {
    const { profiles, problems } = await compileOwnProfiles(new Map([['note/team.schema.json', JSON.stringify(ours)]]));
    assert.deepEqual([...problems], []);
    const all = [...bundledProfiles, ...profiles];
    assert.deepEqual(checkDocument('# Note 1\n\n## Why\n\nSo.\n', { profiles: all }).problems, []);
    const { detection, problems: found } = checkDocument('# Note 1\n\n## How\n\nSo.\n', { profiles: all });
    assert.equal(detection?.profile.id, 'note/team');
    assert.deepEqual(
      found.map(({ code }) => code),
      ['KP301'],
    );
  });

  it('may not double their work with each part, by alternatives or deeper in the document', async () => {
    const double = (ask: (part: object) => object) =>
      JSON.stringify({
        ...ours,
        $ref: '#/$defs/p39',
        $defs: Object.fromEntries(
          Array.from({ length: 40 }, (_, at) => {
            const below = ask({ $ref: `#/$defs/p${at - 1}` });
            return [`p${at}`, at === 0 ? { type: 'object' } : { allOf: [below, below] }];
          }),
        ),
      });
    for (const text of [
      double((part) => part),
      double((part) => ({ properties: { a: part } })),
      double((part) => ({ properties: { $defs: part } })),
    ]) {
      const { profiles, problems } = await compileOwnProfiles(new Map([['note/team.schema.json', text]]));
      assert.deepEqual(profiles, []);
      const [problem] = problems.get('note/team.schema.json') ?? [];
      assert.match(problem?.message ?? '', /thousands of references: refer to each part once/);
      assert.match(text.slice(problem!.range.start, problem!.range.end), /#\/\$defs\/p1\d"/);
    }
  });

  it('may have many parts, each of which is referred to', async () => {
    const names = Array.from({ length: 150 }, (_, at) => `p${at}`);
    const refer = (of: readonly string[]) => Object.fromEntries(of.map((name) => [name, { $ref: `#/$defs/${name}` }]));
    const text = JSON.stringify({
      ...ours,
      $defs: {
        ...Object.fromEntries(names.map((name) => [name, { $ref: '#/$defs/text' }])),
        text: { type: 'string' },
        all: { properties: refer(names) },
      },
      properties: { frontMatter: { allOf: Array(10).fill({ $ref: '#/$defs/all' }) } },
    });
    const { problems } = await compileOwnProfiles(new Map([['note/team.schema.json', text]]));
    assert.deepEqual([...problems], []);
  });

  it('may refer to what stands deeper, as a list of lists does', async () => {
    const text = JSON.stringify({
      ...ours,
      $defs: { list: { items: { $ref: '#/$defs/list' } } },
      properties: { frontMatter: { additionalProperties: { $ref: '#/$defs/list' } } },
    });
    const { profiles, problems } = await compileOwnProfiles(new Map([['note/team.schema.json', text]]));
    assert.deepEqual([...problems], []);
    assert.deepEqual(profiles[0]!.validate({ frontMatter: { tags: [['a']] } }), []);
  });

  it('have patterns that would take another engine for ever, and answer at once', async () => {
    const slow = ['(a+)+$', '^(a*)(a*)(a*)(a*)(a*)(a*)(a*)b$', '.*.*.*.*.*.*.*x$'];
    const text = JSON.stringify({
      'x-katapath': { detect: slow.map((title) => ({ points: 1, title, file: title, folder: title })) },
      properties: {
        frontMatter: {
          properties: { words: { allOf: slow.map((pattern) => ({ pattern })) } },
          patternProperties: Object.fromEntries(slow.map((pattern) => [pattern, {}])),
        },
      },
    });
    const { profiles, problems } = await compileOwnProfiles(new Map([['note/team.schema.json', text]]));
    assert.deepEqual([...problems], []);
    const many = 'a'.repeat(7000);
    const document = `---\nwords: ${many}!\n${many}!: 1\n---\n# ${many}!\n`;
    const file = `${'a'.repeat(200)}!/${'a'.repeat(200)}!.md`;
    const taken = cpuTime(() => void checkDocument(document, { file, profiles: [...bundledProfiles, ...profiles] }));
    assert.ok(taken < 500, `${taken} ms`);
    assert.equal(profiles[0]!.validate({ frontMatter: { words: `${many}!` } }).length, 3);
  });

  it('have each pattern held against its own text', async () => {
    const properties = { a: { pattern: '^one$' }, b: { pattern: '^two$' } };
    const text = JSON.stringify({ 'x-katapath': {}, properties: { frontMatter: { properties } } });
    const { profiles } = await compileOwnProfiles(new Map([['note/team.schema.json', text]]));
    assert.equal(profiles[0]!.validate({ frontMatter: { a: 'one', b: 'two' } }).length, 0);
    assert.equal(profiles[0]!.validate({ frontMatter: { a: 'two', b: 'one' } }).length, 2);
  });

  it('are held to what holds for those that come with Katapath', () => {
    const { validate } = schemas['profile']!;
    for (const { id, schema } of bundledProfiles)
      assert.ok(validate(schema), `${id} ${JSON.stringify(validate.errors)}`);
  });

  for (const [what, text, words] of [
    ['text that is no JSON', '{ "title": oops }', 'oops'],
    ['a list', '[1]', '[1]'],
    ['a schema without a kind', '{ "type": "object" }', '{ "type": "object" }'],
    ['a schema that is none', '{ "type": "nonsense", "x-katapath": {} }', ''],
    [
      'a reference to elsewhere',
      '{ "$ref": "https://example.org/s.json", "x-katapath": {} }',
      '"https://example.org/s.json"',
    ],
    ['a pattern that looks ahead', '{ "pattern": "^(?!a)", "x-katapath": {} }', '"^(?!a)"'],
    [
      'a key’s pattern that refers back',
      '{ "patternProperties": { "(a|b)\\\\1": {} }, "x-katapath": {} }',
      '"(a|b)\\\\1"',
    ],
    [
      'a pattern of detection that is too large',
      '{ "x-katapath": { "detect": [{ "points": 1, "title": "(x{99}y){9}" }] } }',
      '"(x{99}y){9}"',
    ],
    ['detection that is no list', '{ "x-katapath": { "kind": "note", "detect": "x" } }', '"x"'],
    ['evidence that is nothing', '{ "x-katapath": { "detect": [null] } }', 'null'],
    ['sections that are no list', '{ "x-katapath": { "detect": [{ "points": 5, "sections": "how" }] } }', '"how"'],
    ['points that are no number', '{ "x-katapath": { "detect": [{ "points": "5" }] } }', '"5"'],
    ['a condition nobody knows', '{ "x-katapath": { "detect": [{ "points": 5, "titel": "x" }] } }', '"titel"'],
    ['a title that is no text', '{ "x-katapath": { "detect": [{ "points": 5, "title": 5 }] } }', '5'],
    ['a name that is no text', '{ "title": 7, "x-katapath": {} }', '7'],
    ['a list in place of a profile', '{ "x-katapath": [] }', '[]'],
    ['a kind that is no word', '{ "x-katapath": { "kind": 5 } }', '5'],
    ['a kind that means all of them', '{ "x-katapath": { "kind": "any" } }', '"any"'],
    ['a severity that is none', '{ "x-katapath": { "rules": { "KP301": "loud" } } }', '"loud"'],
    ['a rule that is no code', '{ "x-katapath": { "rules": { "KP9": "off" } } }', '"KP9"'],
    ['statuses that are no list', '{ "x-katapath": { "statuses": "Accepted" } }', '"Accepted"'],
    ['a section without a heading', '{ "x-katapath": { "sections": [{ "key": "why" }] } }', '{ "key": "why" }'],
    ['a key that stands there twice', '{ "x-katapath": { "kind": "a", "kind": "b" } }', '"kind"'],
    ['a schema that is itself', '{ "$ref": "#", "x-katapath": {} }', '"#"'],
    [
      'parts that lead to each other',
      '{ "$ref": "#/$defs/a", "$defs": { "a": { "anyOf": [{ "$ref": "#b" }] }, "b": { "$anchor": "b", "not": { "$ref": "#/$defs/a" } } }, "x-katapath": {} }',
      '"#/$defs/a"',
    ],
    ['a part with an address of its own', '{ "not": { "$id": "urn:a" }, "x-katapath": {} }', '"urn:a"'],
    ['a pattern that is none', '{ "x-katapath": { "detect": [{ "points": 1, "title": "(" }] } }', '"("'],
  ] as const)
    it(`say what is wrong with ${what}`, async () => {
      const { profiles, problems } = await compileOwnProfiles(new Map([['a/b.schema.json', text]]));
      const [problem] = problems.get('a/b.schema.json') ?? [];
      assert.equal(profiles.length, 0);
      assert.equal(problem?.code, 'KP981');
      if (words) assert.equal(text.slice(problem.range.start, problem.range.end), words);
    });
});
