import assert from 'node:assert/strict';
import { findReferences, referenceAt, referenceName } from '../../../../src/core/documents/features/references.ts';
import { accepted, openRecords } from './records.ts';

describe('references between records', () => {
  const one = 'docs/adr/0001-use-one-store.md';
  const two = 'docs/adr/0002-use-queues.md';
  const find = (text: string) => {
    const { document, file, library } = openRecords({ [two]: text, [one]: accepted('1. Use one store') });
    return findReferences(document, file, library.corpus).map(({ range, at, target, by }) => ({
      words: document.slice(range),
      at: document.slice(at),
      target: target.file,
      by,
    }));
  };

  it('are links and bare numbers, each with the record it means', () => {
    assert.deepEqual(find(accepted('2. Use queues', 'Accepted. See [one](0001-use-one-store.md#context) and ADR-1.')), [
      {
        words: '[one](0001-use-one-store.md#context)',
        at: '0001-use-one-store.md#context',
        target: one,
        by: 'link',
      },
      { words: 'ADR-1', at: 'ADR-1', target: one, by: 'number' },
    ]);
  });

  it('are found in front matter and headings too', () => {
    const found = find(`---\nstatus: superseded by ADR-0001\n---\n\n# 2. Use queues\n\n## Unlike ADR 1\n\nWords.\n`);
    assert.deepEqual(
      found.map(({ words }) => words),
      ['ADR-0001', 'ADR 1'],
    );
  });

  it('are neither code, nor the own title, nor the number of a record that is not there', () => {
    assert.deepEqual(find('# ADR-2: Use queues\n\n`ADR-1` and RFC-1 and ADR-12 and ADR-1.5\n\n```\nADR-1\n```\n'), []);
  });

  it('follow a reference to its definition', () => {
    const found = find(`${accepted('2. Use queues')}\nSee [the first][1].\n\n[1]: ./0001-use-one-store.md\n`);
    assert.deepEqual(
      found.map(({ words, target }) => [words, target]),
      [
        ['[the first][1]', one],
        ['[1]: ./0001-use-one-store.md', one],
      ],
    );
  });

  it('are found under the cursor, at both ends of their words', () => {
    for (const text of ['‸ADR-1', 'ADR-1‸', 'ADR‸-1']) {
      const { document, file, library, offset } = openRecords({
        [two]: accepted('2. Use queues', `Accepted, see ${text}`),
        [one]: accepted('1. Use one store'),
      });
      const found = referenceAt(document, { file, corpus: library.corpus, offset });
      assert.equal(found?.target.file, one, text);
    }
  });

  it('are written with the kind and three digits', () => {
    const { library } = openRecords({ [one]: accepted('1. Use one store') });
    assert.equal(referenceName(library.corpus.entries[0]!), 'ADR-001');
  });
});
