import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import type { Block } from '../../../src/core/documents/model/block.ts';
import { parseBlocks } from '../../../src/core/documents/model/blocks.ts';
import { readCorpus } from '../../support/documentCorpus.ts';
import { nastyMarkdown } from '../../support/nastyMarkdown.ts';

const markdown = new MarkdownIt({ html: true });
markdown.normalizeLink = (url) => url;
markdown.validateLink = () => true;

/** What markdown-it makes of a text: each block's kind and words, in order. */
function expected(text: string): string[] {
  const seen: string[] = [];
  let open = '';
  for (const { type, tag, content } of markdown.parse(text.replace(/^\uFEFF/, '\n'), {})) {
    if (type === 'inline') seen.push(`${open} ${squeeze(content)}`);
    else if (type === 'fence' || type === 'code_block') seen.push('code');
    else if (type === 'html_block') seen.push('html');
    else if (type === 'hr') seen.push('divider');
    else if (type === 'list_item_open') seen.push('item');
    else if (type === 'blockquote_open') seen.push('quote');
    else if (type.endsWith('_open')) open = type === 'th_open' || type === 'td_open' ? 'cell' : tag;
  }
  return seen;
}

/** The same from our blocks, every word taken from the text by its range. */
function found(text: string, blocks: readonly Block[]): string[] {
  const words = ({ start, end }: { start: number; end: number }) =>
    squeeze(text.slice(start, end).replaceAll('\0', '\uFFFD'));
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
        // A heading over several lines is one range; quote marks between its lines are within it.
        return [`h${block.level} ${squeeze(words(block.words).replace(/\n(?:> ?)+/g, '\n'))}`];
      case 'paragraph':
        return [`p ${squeeze(block.lines.map(words).join('\n'))}`];
      case 'list':
        return block.items.flatMap((item) => ['item', ...found(text, item.blocks)]);
      case 'quote':
        return ['quote', ...found(text, block.blocks)];
      case 'table':
        return [block.header, ...block.rows].flatMap(({ cells }) =>
          cells.map((cell) => `cell ${words(cell).replaceAll('\\|', '|')}`),
        );
      case 'code':
      case 'html':
      case 'divider':
        return [block.kind];
      case 'definition':
        return []; // markdown-it keeps them out of its tokens
    }
  });
}

/** Without the white space at line ends, which Markdown does not keep either. */
const squeeze = (words: string) =>
  words
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t]+|[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');

/** No block may leave its holder or overlap its neighbour. */
function assertNested(text: string, blocks: readonly Block[], start = 0, end = text.length): void {
  let at = start;
  for (const block of blocks) {
    assert.ok(
      block.range.start >= at && block.range.start <= block.range.end && block.range.end <= end,
      `${block.kind} at ${block.range.start}`,
    );
    if (block.kind === 'quote') assertNested(text, block.blocks, block.range.start, block.range.end);
    if (block.kind === 'list')
      for (const item of block.items) {
        assert.match(text.slice(item.marker.start, item.marker.end), /^(?:[-*+]|\d+[.)])$/);
        assertNested(text, item.blocks, item.range.start, block.range.end);
      }
    at = block.range.end;
  }
}

const variants: Record<string, (text: string) => string> = {
  'as they are': (text) => text,
  'with CRLF': (text) => text.replace(/\r?\n/g, '\r\n'),
  'with a lone CR': (text) => text.replace(/\r?\n/g, '\r'),
  'with a byte order mark and astral characters': (text) => `\uFEFF😀 first\n\n${text}`,
  'inside a quote': (text) => text.replace(/^/gm, '> '),
  'inside a list': (text) => `1. 𝒜\n\n${text.replace(/^(?=.)/gm, '   ')}`,
};

describe('blocks and their ranges', () => {
  const texts = [
    ...nastyMarkdown.map((text, index) => ({ name: `nasty case ${index}`, text })),
    ...readCorpus().map(({ path, text }) => ({ name: path, text })),
  ];
  for (const [variant, change] of Object.entries(variants))
    it(`are markdown-it's own, in nasty cases and published documents ${variant}`, () => {
      for (const [index, { name, text }] of texts.entries()) {
        // Every document once as it is; every fourth in the other variants, which is enough to meet each construct.
        if (variant !== 'as they are' && index > nastyMarkdown.length && index % 4 !== 0) continue;
        const changed = change(text);
        const blocks = parseBlocks(changed);
        assert.deepEqual(found(changed, blocks), expected(changed), name);
        assertNested(changed, blocks);
      }
    });
});
