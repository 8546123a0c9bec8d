import assert from 'node:assert/strict';
import {
  buildCorpus,
  bundledProfiles,
  checkDocument,
  fileNumber,
  fixAll,
  parseDocument,
  summarise,
} from '../../../src/core/documents/index.ts';
import { resolvePath, toRelative } from '../../../src/core/documents/corpus/paths.ts';

const profile = bundledProfiles.find(({ id }) => id === 'adr/nygard')!;
const file = 'docs/adr/0007-queues.md';

/** [kind, number, file, the words] of every relation a header states. */
function relations(text: string): unknown[] {
  return summarise(parseDocument(text), file, profile).relations.map(({ kind, number, file: target, range }) => [
    kind,
    number,
    target,
    text.slice(range.start, range.end),
  ]);
}

describe('what the others know of a document', () => {
  for (const [where, text, expected] of [
    [
      'a status section',
      '# 7. T\n\n## Status\n\nSuperseded by [9. Streams](0009-streams.md)\n',
      [['superseded-by', 9, 'docs/adr/0009-streams.md', '[9. Streams](0009-streams.md)']],
    ],
    [
      'a second paragraph of it',
      '# 7. T\n\n## Status\n\nAccepted\n\nSupersedes [3. Files](0003-files.md)\n',
      [['supersedes', 3, 'docs/adr/0003-files.md', '[3. Files](0003-files.md)']],
    ],
    [
      'a line with two',
      '# T\n\nStatus: Accepted. Supersedes ADR-0031 and ADR-0032, amends ADR-4\n',
      [
        ['supersedes', 31, undefined, 'ADR-0031'],
        ['supersedes', 32, undefined, 'ADR-0032'],
        ['amends', 4, undefined, 'ADR-4'],
      ],
    ],
    [
      'front matter',
      '---\nstatus: superseded\nsuperseded-by: adr-0012\n---\n# T\n',
      [['superseded-by', 12, undefined, 'adr-0012']],
    ],
    [
      'a list in front matter',
      '---\nsupersedes:\n  - 0003-files.md\n  - 4\n---\n# T\n',
      [
        ['supersedes', 3, 'docs/adr/0003-files.md', '0003-files.md'],
        ['supersedes', 4, undefined, '4'],
      ],
    ],
    [
      'other words for it',
      '# T\n\n## Status\n\nRejected in favour of ADR 111\n',
      [['superseded-by', 111, undefined, 'ADR 111']],
    ],
    ['prose, which does not count', '# T\n\n## Context\n\nThis supersedes ADR-3.\n', []],
  ] as const)
    it(`is read from ${where}`, () => assert.deepEqual(relations(text), expected));

  it('knows a number from the title, else from the file', () => {
    assert.equal(summarise(parseDocument('# ADR-012: T\n'), 'docs/adr/0007-t.md', profile).number, 12);
    assert.equal(summarise(parseDocument('# T\n'), 'docs/adr/0007-t.md', profile).number, 7);
    for (const [name, number] of [
      ['adr-012.md', 12],
      ['0012-slug/README.md', 12],
      ['2024-01-10-slug.md', undefined],
      ['slug.md', undefined],
      ['RFC-7-x.md', 7],
    ] as const)
      assert.equal(fileNumber(name), number, name);
  });

  it('is plain data that survives being sent elsewhere', () => {
    const entry = summarise(parseDocument('# ADR-1: T\n\nStatus: Accepted\n'), file, profile);
    assert.deepEqual(JSON.parse(JSON.stringify(entry)), JSON.parse(JSON.stringify({ ...entry })));
    assert.equal(entry.status, 'accepted');
  });
});

describe('a corpus', () => {
  it('knows files, the folders above them, and names in another case', () => {
    const corpus = buildCorpus([], { files: ['docs/adr/0001-A.md', 'logo.png'] });
    assert.equal(corpus.exists('docs/adr'), true);
    assert.equal(corpus.exists('docs/adr/'), true);
    assert.equal(corpus.exists('docs/adr/0001-a.md'), false);
    assert.deepEqual(corpus.inOtherCase('docs/adr/0001-a.md'), ['docs/adr/0001-A.md']);
    assert.equal(buildCorpus([]).exists('anything'), undefined);
  });

  it('finds paths from one file to another and back', () => {
    assert.equal(resolvePath('docs/adr/1.md', '../rfc/a%20b.md'), 'docs/rfc/a b.md');
    assert.equal(resolvePath('docs/adr/1.md', '/x/y.md'), 'x/y.md');
    assert.equal(resolvePath('a.md', '../../b.md'), undefined);
    assert.equal(toRelative('docs/adr/1.md', 'docs/rfc/2.md'), '../rfc/2.md');
    assert.equal(toRelative('docs/adr/1.md', 'docs/adr/2.md'), '2.md');
  });
});

describe('suppressions', () => {
  const record = (comment: string) =>
    `# ADR-001: T\n\nStatus: Accepted\n\n## Context\n\nx\n\n${comment}\n## Decision\n\n## Consequences\n\nx\n`;
  const codes = (text: string) => checkDocument(text, { file: 'docs/adr/0001-t.md' }).problems.map(({ code }) => code);

  it('hide what they name on the next line, by code or name, or everything', () => {
    assert.ok(codes(record('')).includes('KP302'));
    for (const names of ['KP302: later', 'section-empty: later', 'KP302, KP303', ''])
      assert.ok(!codes(record(`<!-- katapath-disable-next-line ${names} -->`)).includes('KP302'), names);
    assert.ok(codes(record('<!-- katapath-disable-next-line KP301 -->')).includes('KP302'));
  });

  it('hide in the whole file when they say so', () => {
    assert.ok(!codes(`${record('')}\n<!-- katapath-disable-file KP302: all of it is a draft -->\n`).includes('KP302'));
  });

  it('are reported when they hide nothing', () => {
    assert.ok(codes(record('<!-- katapath-disable-next-line KP801: gone -->')).includes('KP990'));
    assert.ok(!codes(record('<!-- katapath-disable-next-line KP302: later -->')).includes('KP990'));
  });

  it('lose a name that hides nothing, and keep the others', () => {
    const text = record('<!-- katapath-disable-next-line KP801, KP302, KP999: later -->');
    assert.equal(
      fixAll(text, (current) => checkDocument(current, { file: 'docs/adr/0001-t.md' }).problems),
      text.replace('KP801, KP302, KP999', 'KP302'),
    );
  });

  it('are reported with the right form when they are not understood', () => {
    const text = record('<!-- katapath-disable-next-line KP302 it is fine -->');
    const { problems } = checkDocument(text, { file: 'docs/adr/0001-t.md' });
    assert.match(
      problems.find(({ code }) => code === 'KP990')!.message,
      /Write it as "katapath-disable-next-line KP302: reason"/,
    );
    assert.ok(problems.some(({ code }) => code === 'KP302'));
  });

  it('do not count inside code', () => {
    assert.ok(codes(record('```\n<!-- katapath-disable-file KP302 -->\n```\n')).includes('KP302'));
  });
});
