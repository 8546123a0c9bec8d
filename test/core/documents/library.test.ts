import assert from 'node:assert/strict';
import { DocumentLibrary } from '../../../src/core/documents/index.ts';

const record = (links: string) =>
  `# ADR-001: Weigh at the gate\n\n## Date: 2026-03-02 | Status: Accepted\n\n## Context\n\n${links}\n`;

describe('the documents of a workspace', () => {
  const file = 'docs/adr/0001-weigh.md';
  let library: DocumentLibrary;
  const broken = () =>
    library.check(file, record(links)).problems.flatMap(({ code, message }) => (code === 'KP801' ? [message] : []));
  const links = '[plant](../plant.png) and [plans](../plans)';

  beforeEach(() => {
    library = new DocumentLibrary({ workspace: 'warehouse', today: () => '2026-06-01' });
    library.setFiles([file, 'src/main.c']);
    library.put(file, record(links));
  });

  it('have news in a file that comes where a link leads, and in no other', () => {
    assert.equal(broken().length, 2);
    assert.equal(library.addFile('src/scale.c'), false);
    assert.equal(library.addFile('docs/plant.png'), true);
    assert.equal(broken().length, 1);
    assert.equal(library.addFile('docs/plans/north.svg'), true);
    assert.deepEqual(broken(), []);
    assert.equal(library.addFile('docs/plant.png'), false, 'it was there already');
  });

  it('have news in a file or a folder that goes where a link leads, and in every document', () => {
    for (const name of ['docs/plant.png', 'docs/plans/north.svg', 'src/scale.c']) library.addFile(name);
    library.put('docs/adr/0002-labels.md', record(''));
    assert.equal(library.remove('src'), false);
    assert.equal(library.remove('docs/plant.png'), true);
    assert.equal(library.remove('docs/plans'), true);
    assert.equal(broken().length, 2);
    assert.equal(library.remove('docs'), true);
    assert.deepEqual(library.corpus.entries, []);
  });
});
