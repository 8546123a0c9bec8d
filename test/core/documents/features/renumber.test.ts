import assert from 'node:assert/strict';
import { nextNumber } from '../../../../src/core/documents/corpus/nextNumber.ts';
import { holderOf, renumber } from '../../../../src/core/documents/features/renumber.ts';
import { successorsOf } from '../../../../src/core/documents/features/successors.ts';
import { applyEdits } from '../../../../src/core/documents/index.ts';
import { accepted, openRecords } from './records.ts';

describe('giving a record another number', () => {
  const files = {
    'docs/adr/0001-use-one-store.md': accepted(
      '1. Use one store',
      'Superseded by [ADR-2](./0002-use-queues.md#status)',
    ),
    'docs/adr/0002-use-queues.md': accepted('2. Use queues', 'Accepted\n\nSupersedes ADR-0001'),
    'docs/adr/0003-use-two-stores.md': accepted('3. Use two stores', 'Accepted, see ADR-002 and RFC-2.'),
    'README.md':
      '# Records\n\n- [2. Use queues](docs/adr/0002-use-queues.md)\n- [ADR-3](docs/adr/0003-use-two-stores.md)\n',
  };
  const { library } = openRecords(files);
  const entry = library.corpus.entry('docs/adr/0002-use-queues.md')!;
  const { file, edits } = renumber(entry, 14, { corpus: library.corpus, texts: new Map(Object.entries(files)) });
  const after = (name: keyof typeof files) => applyEdits(files[name], edits.get(name) ?? []);

  it('changes its title and its file name, as wide as before', () => {
    assert.equal(file, 'docs/adr/0014-use-queues.md');
    assert.match(after('docs/adr/0002-use-queues.md'), /^# 14\. Use queues/);
  });

  it('changes links to it with their words, and keeps fragments', () => {
    assert.match(after('docs/adr/0001-use-one-store.md'), /by \[ADR-14\]\(\.\/0014-use-queues\.md#status\)$/m);
    assert.match(after('README.md'), /- \[14\. Use queues\]\(docs\/adr\/0014-use-queues\.md\)/);
  });

  it('changes numbers that mean it, and no others', () => {
    assert.match(after('docs/adr/0003-use-two-stores.md'), /see ADR-014 and RFC-2\./);
    assert.match(after('README.md'), /- \[ADR-3\]\(docs\/adr\/0003-use-two-stores\.md\)/);
  });

  it('offers the first free number, and knows who holds one', () => {
    assert.equal(nextNumber(library.corpus, 'adr'), 4);
    assert.equal(holderOf(library.corpus, entry, 3)?.file, 'docs/adr/0003-use-two-stores.md');
    assert.equal(holderOf(library.corpus, entry, 2), undefined);
  });

  it('knows the record that took another one’s place, whichever of the two says so', () => {
    const successors = (name: string) => successorsOf(name, library.corpus).map((successor) => successor.file);
    assert.deepEqual(successors('docs/adr/0001-use-one-store.md'), ['docs/adr/0002-use-queues.md']);
    assert.deepEqual(successors('docs/adr/0003-use-two-stores.md'), []);
  });

  describe('in names and words with more numbers', () => {
    const own = 'docs/m/0001-three 3 things.md';
    const notes = [
      '# Notes',
      '[1. Use 1 region](0001-three%203%20things.md#decision) and [ADR-1][r] and [ADR-1][] and [1 reason](<0001-three 3 things.md>).',
      '[ADR-001: Use 1 region](/docs/m/0001-three%203%20things.md) [docs 1](0002-b.md)',
      '<a href="0001-three%203%20things.md#context">it</a> and `<a href="0001-three%203%20things.md">`',
      '[r]: ./0001-three%203%20things.md\n[ADR-1]: 0001-three%203%20things.md',
    ].join('\n\n');
    const texts = {
      [own]: accepted('1. Use 1 region', 'Accepted, see [below](<0001-three 3 things.md#context>) and ADR-2.'),
      'docs/m/0002-b.md': `---\nrelated: [ADR-001, ADR-0001]\n---\n\n${accepted('2. Use 1 more')}`,
      'docs/m/notes.md': notes,
    };
    const records = openRecords(texts).library.corpus;
    const made = renumber(records.entry(own)!, 7, { corpus: records, texts: new Map(Object.entries(texts)) });
    const changed = (name: keyof typeof texts) => applyEdits(texts[name]!, made.edits.get(name) ?? []);

    it('changes the record’s number only, in addresses that still lead there', () => {
      assert.equal(
        changed('docs/m/notes.md'),
        [
          '# Notes',
          '[7. Use 1 region](0007-three%203%20things.md#decision) and [ADR-7][r] and [ADR-1][] and [1 reason](<0007-three%203%20things.md>).',
          '[ADR-007: Use 1 region](/docs/m/0007-three%203%20things.md) [docs 1](0002-b.md)',
          '<a href="0007-three%203%20things.md#context">it</a> and `<a href="0001-three%203%20things.md">`',
          '[r]: ./0007-three%203%20things.md\n[ADR-1]: 0007-three%203%20things.md',
        ].join('\n\n'),
      );
    });

    it('changes every entry of a list in front matter', () => {
      assert.match(changed('docs/m/0002-b.md'), /^related: \[ADR-007, ADR-0007\]$/m);
      assert.match(changed('docs/m/0002-b.md'), /^# 2\. Use 1 more$/m);
    });

    it('changes the record’s links to itself', () => {
      assert.equal(made.file, 'docs/m/0007-three 3 things.md');
      assert.match(
        changed(own),
        /^# 7\. Use 1 region\n[^]*\[below\]\(<0007-three%203%20things\.md#context>\) and ADR-2\./,
      );
    });
  });
});
