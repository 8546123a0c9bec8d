import assert from 'node:assert/strict';
import type { Problem, TextRange } from '../../../src/core/problem.ts';
import { checkDocument, type DesignDocument } from '../../../src/core/documents/index.ts';
import type { Block } from '../../../src/core/documents/model/block.ts';
import type { Section } from '../../../src/core/documents/model/sections.ts';
import { itemsOf } from '../../../src/core/documents/model/shape.ts';
import { toPlain } from '../../../src/core/documents/model/words.ts';
import { readCorpus } from '../../support/documentCorpus.ts';
import { nastyMarkdown } from '../../support/nastyMarkdown.ts';
import { randomMarkdown } from '../../support/randomMarkdown.ts';

const today = '2026-11-20';

/** Only what Markdown takes for white space: a space that does not break is a word to it, and to the model. */
const isTrimmed = (words: string) => !/^[ \t\r\n]|[ \t\r\n]$/.test(words);

/** Every block stands on its own words: no white space around them, no marks in them, each within what holds it. */
function assertBlocks(document: DesignDocument, blocks: readonly Block[], within: TextRange): void {
  let from = within.start;
  for (const block of blocks) {
    const { start, end } = block.range;
    assert.ok(from <= start && start < end && end <= within.end, `${block.kind} ${start}-${end} of ${within.end}`);
    from = end;
    // What code and a link's definition say is theirs, white space included.
    const isWords = block.kind !== 'code' && block.kind !== 'html' && block.kind !== 'definition';
    if (isWords) assert.ok(isTrimmed(document.slice(block.range)), document.slice(block.range));
    assertBlock(document, block);
  }
}

function assertBlock(document: DesignDocument, block: Block): void {
  const isWithin = (inner: TextRange, outer: TextRange) =>
    assert.ok(outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end);
  switch (block.kind) {
    case 'heading':
      isWithin(block.words, block.range);
      assert.ok(isTrimmed(document.slice(block.words)), document.slice(block.words));
      return;
    case 'paragraph':
      for (const line of block.lines) {
        isWithin(line, block.range);
        const words = document.slice(line);
        assert.ok(words !== '' && isTrimmed(words) && !/[\r\n]/.test(words), JSON.stringify(words));
      }
      return;
    case 'list':
      for (const item of block.items) {
        isWithin(item.range, block.range);
        assert.equal(item.marker.start, item.range.start);
        assert.match(document.slice(item.marker), block.ordered ? /^\d{1,9}[.)]$/ : /^[-*+]$/);
        assertBlocks(document, item.blocks, item.range);
      }
      return;
    case 'quote':
      assert.equal(document.text[block.range.start], '>');
      assertBlocks(document, block.blocks, block.range);
      return;
    case 'table':
      for (const { range, cells } of [block.header, ...block.rows]) {
        isWithin(range, block.range);
        for (const cell of cells) {
          isWithin(cell, range);
          assert.ok(isTrimmed(document.slice(cell)), document.slice(cell));
          assert.doesNotMatch(document.slice(cell).replaceAll('\\|', ''), /\|/);
        }
      }
  }
}

/** What a section lists begins with its marker and ends with its words. */
function assertItems(document: DesignDocument, section: Section): void {
  for (const { form, marker, words, range } of itemsOf(document.text, section)) {
    assert.ok(range.start <= marker.start && marker.end <= range.end && words.end <= range.end);
    if (form === 'letter') {
      assert.match(document.slice(marker), /^[A-Z][.)]$/);
      assert.ok(isTrimmed(document.slice(words)), document.slice(words));
    }
    if (form === 'bullet' || form === 'number') assert.ok(words.start >= marker.end);
  }
}

/** Every range the model gives holds the words the model says it holds. */
function assertModel(document: DesignDocument): void {
  const { text, title, metadata, frontMatter, links, comments, prose, allSections } = document;
  const isInside = ({ start, end }: TextRange) =>
    assert.ok(start >= 0 && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
  for (const { value, valueRange, label, labelRange, form } of metadata.statements) {
    isInside(valueRange);
    assert.equal(document.slice(valueRange), value);
    // A table's label may be dressed up, a key may be quoted, and a section's label is its heading.
    if (form.endsWith('section') || form === 'changelog' || form === 'table' || form === 'front-matter') continue;
    assert.equal(document.slice(labelRange).toLowerCase(), label);
  }
  for (const { word, wordRange, form } of metadata.statuses) {
    isInside(wordRange);
    if (word && form !== 'front-matter') assert.ok(document.slice(wordRange).toLowerCase().trim().includes(word), word);
  }
  for (const { dateRange } of metadata.dates) isInside(dateRange);
  if (title) {
    isInside(title.textRange);
    if (title.number !== undefined) assert.equal(Number(document.slice(title.numberRange!)), title.number);
  }
  for (const { key, keyRange, valueRange } of frontMatter?.entries ?? []) {
    if (/^[\w-]+$/.test(key) && /^\w/.test(document.slice(keyRange))) assert.equal(document.slice(keyRange), key);
    isInside(valueRange);
  }
  for (const { target, targetRange, range, kind } of links) {
    isInside(range);
    if (kind !== 'reference') assert.equal(document.slice(targetRange), target);
  }
  for (const { range, words } of comments) assert.ok(document.slice(range).includes(words));
  assert.equal(prose.length, text.length);
  for (const match of prose.matchAll(/\S+/g))
    assert.equal(text.slice(match.index, match.index + match[0].length), match[0]);
  assertBlocks(document, document.blocks, { start: 0, end: text.length });
  for (const section of allSections) {
    isInside(section.range);
    assert.ok(section.words.start >= section.range.start && section.words.end <= section.range.end);
    assert.equal(toPlain(document.slice(section.words)), section.heading);
    assertItems(document, section);
  }
}

function assertProblems({ text }: DesignDocument, problems: readonly Problem[]): void {
  for (const { range, fix, code } of problems) {
    const ranges = [range, ...(fix?.edits ?? []).map((edit) => edit.range)];
    for (const { start, end } of ranges)
      assert.ok(start >= 0 && start <= end && end <= text.length, `${code} ${start}-${end}`);
  }
}

/** A problem by its code and words, whatever the line ends. */
const toWords = (document: DesignDocument, problems: readonly Problem[]) =>
  problems.map(({ code, message, range }) =>
    `${code} ${message} «${document.slice(range).replaceAll('\r\n', '\n')}»`.replaceAll('\r\n', '\n'),
  );

describe('ranges', () => {
  const corpus = readCorpus();

  it('hold the words they stand for, in published documents with LF, with CRLF and with a byte order mark', () => {
    for (const { path, repository, text } of corpus) {
      const options = { file: path, workspace: repository.split('__')[1], today };
      const lines = checkDocument(text.replaceAll('\r\n', '\n').replace(/^\uFEFF/, ''), options);
      assertModel(lines.document);
      assertProblems(lines.document, lines.problems);
      const unix = lines.document.text;
      for (const changedText of [unix.replaceAll('\n', '\r\n'), `\uFEFF${unix}`]) {
        const changed = checkDocument(changedText, options);
        assertModel(changed.document);
        assert.equal(changed.detection?.profile.id, lines.detection?.profile.id, path);
        assert.deepEqual(toWords(changed.document, changed.problems), toWords(lines.document, lines.problems), path);
      }
    }
  });

  it('hold in nasty and in random texts, and nothing throws', () => {
    const texts = [...nastyMarkdown, ...Array.from({ length: 2500 }, (_, seed) => randomMarkdown(seed))];
    for (const [index, text] of texts.entries()) {
      try {
        const { document, problems } = checkDocument(text, { file: 'docs/adr/0001-x.md', today });
        assertModel(document);
        assertProblems(document, problems);
      } catch (error) {
        throw new Error(`${JSON.stringify(text)} (text ${index})`, { cause: error });
      }
    }
  });
});
