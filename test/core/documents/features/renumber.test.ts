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
});
