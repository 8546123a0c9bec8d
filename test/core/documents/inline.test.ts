import assert from 'node:assert/strict';
import { parseDocument, LineIndex } from '../../../src/core/documents/index.ts';
import { contentsOf, itemsOf } from '../../../src/core/documents/model/shape.ts';

const links = (text: string) => parseDocument(text).links.map(({ kind, target }) => `${kind} ${target}`);

describe('links', () => {
  for (const [what, text, expected] of [
    [
      'inline ones, with titles and brackets',
      '[a](b.md "t") [c](<d e.md>) [f](g(h).md) [i [j]](k.md)',
      ['inline b.md', 'inline d e.md', 'inline g(h).md', 'inline k.md'],
    ],
    ['images and autolinks', '![a](b.png) <https://example.org/x>', ['image b.png', 'autolink https://example.org/x']],
    ['an image in a link', '[![a](b.png)](c.md)', ['image b.png', 'inline c.md']],
    ['references and definitions', '[a][b] [c][]\n\n[b]: d.md', ['reference b', 'reference c', 'definition d.md']],
    ['a link over two lines', '[a\nb](c.md)', ['inline c.md']],
    [
      'cells, quotes, lists and headings',
      '# [a](1.md)\n\n> [b](2.md)\n\n- [c](3.md)\n\n| [d](4.md) |\n|---|\n| [e](5.md) |',
      ['inline 1.md', 'inline 2.md', 'inline 3.md', 'inline 4.md', 'inline 5.md'],
    ],
    ['none in code or behind a backslash', '`[a](b.md)` ``[c](`d)`` \\[e](f.md)\n\n```\n[g](h.md)\n```\n', []],
    ['none where brackets only look like one', '[a] (b.md) [c', []],
  ] as const)
    it(`are found: ${what}`, () => assert.deepEqual(links(text), expected));
});

describe('prose', () => {
  it('is the text with all else blanked, at the same offsets', () => {
    const text =
      '# Some title\n\nJust `some code` and [some words](some/target.md).\n\n```\nsome code\n```\n\n- some item\n';
    const { prose } = parseDocument(text);
    assert.equal(prose.length, text.length);
    assert.deepEqual(
      [...prose.matchAll(/some/gi)].map(({ index }) => text.slice(index, index + 10)),
      ['some words', 'some item\n'],
    );
  });

  it('goes through a code span that wraps', () =>
    assert.doesNotMatch(parseDocument('a `some\ncode` b').prose, /some|code/));
});

describe('the shape of a section', () => {
  const sectionOf = (body: string) => {
    const { text, sections } = parseDocument(`# T\n\n## S\n\n${body}\n`);
    const section = sections[0]!;
    return {
      contents: contentsOf(text, section),
      items: itemsOf(text, section).map(({ form, words }) => `${form}: ${text.slice(words.start, words.end)}`),
    };
  };

  for (const [what, body, contents, items] of [
    ['bullets', '- a\n- b\n  c', ['bullets'], ['bullet: a', 'bullet: b\n  c']],
    ['numbers', '1. a\n2) b', ['numbered'], ['number: a', 'number: b']],
    [
      'letters, which Markdown takes for one paragraph',
      'A. a\nB) b\ngoes on',
      ['lettered'],
      ['letter: a', 'letter: b\ngoes on'],
    ],
    ['sub-headings', '### a\n\nx\n\n### b\n\ny', ['sections'], ['section: ### a\n\nx', 'section: ### b\n\ny']],
    ['a table', '| a |\n|---|\n| b |', ['table'], ['row: | b |']],
    ['bold leads', '**a** x\n\n**b** y', ['paragraphs'], ['lead: **a** x', 'lead: **b** y']],
    ['a comment, which is nothing', '<!-- later -->', [], []],
  ] as const)
    it(`is known: ${what}`, () => assert.deepEqual(sectionOf(body), { contents, items }));
});

describe('lines and columns', () => {
  it('are counted as editors count, whatever ends a line', () => {
    const text = 'a\r\n😀b\n\rc';
    const lines = new LineIndex(text);
    assert.equal(lines.lineCount, 4);
    for (let offset = 0; offset <= text.length; offset++) {
      const position = lines.toPosition(offset);
      assert.equal(lines.toOffset(position), offset);
    }
    assert.deepEqual(lines.toPosition(5), { line: 1, column: 2 });
    assert.equal(lines.toOffset({ line: 9, column: 0 }), text.length);
  });
});
