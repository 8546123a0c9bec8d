import assert from 'node:assert/strict';
import { documentTree, toProblemWords } from '../../../../src/core/documents/features/documentTree.ts';
import { accepted, openRecords } from './records.ts';

describe('the tree of design documents', () => {
  const { library } = openRecords({
    'docs/adr/0002-use-queues.md': accepted('2. Use queues'),
    'docs/adr/0010-use-topics.md': accepted('10. Use topics', 'Proposed'),
    'docs/adr/0001-use-one-store.md': accepted('1. Use one store', 'Approved'),
    'docs/rfc/0001-shard.md':
      '# RFC-001: Shard\n\n## Status\n\nDRAFT | 2024-01-15 | Author: @ann\n\n## Summary\n\nWords.\n',
  });
  const tree = documentTree(library.corpus.entries, {
    key: 'work',
    problemsOf: (file) => (file.includes('0002') ? { errors: 1, warnings: 2 } : undefined),
  });

  it('has a row per kind, and in it one per status in the order of a record’s life', () => {
    assert.deepEqual(
      tree.map(({ title, count, groups }) => [title, count, groups.map((group) => group.title)]),
      [
        ['Decision records', 3, ['Proposed', 'Accepted']],
        ['Requests for comments', 1, ['Draft']],
      ],
    );
  });

  it('has words that mean the same in one group, by number', () => {
    assert.deepEqual(
      tree[0]!.groups[1]!.documents.map(({ title }) => title),
      ['ADR-001: Use one store', 'ADR-002: Use queues'],
    );
  });

  it('counts problems where someone looked', () => {
    const [one, two] = tree[0]!.groups[1]!.documents;
    assert.equal(one!.problems, undefined);
    assert.equal(toProblemWords(two!.problems!), '1 error, 2 warnings');
    assert.equal(toProblemWords({ errors: 0, warnings: 0 }), 'no problems');
  });

  it('gives every row a key of its own', () => {
    const keys = tree.flatMap((kind) => [
      kind.key,
      ...kind.groups.flatMap((group) => [group.key, ...group.documents.map(({ key }) => key)]),
    ]);
    assert.equal(new Set(keys).size, keys.length);
  });
});
