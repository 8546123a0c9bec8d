import assert from 'node:assert/strict';
import { DocumentLibrary, fixAll } from '../../../src/core/documents/index.ts';

const record = (number: number, words: string) => `# ${number}. Print labels on the server

Date: 2026-02-03

## Status

Accepted

## Context

Labels are printed in three warehouses.

## Decision

The server prints.

${words}
`;

/** The first file after `--fix`, and what is found in all of them then. */
function fix(files: Readonly<Record<string, string>>, preset?: 'strict') {
  const library = new DocumentLibrary({
    workspace: 'parcels',
    today: () => '2026-06-01',
    config: { ...(preset && { preset }), rules: { 'vague-word': 'off' } },
  });
  library.setFiles(Object.keys(files));
  for (const [file, text] of Object.entries(files)) library.put(file, text);
  const [first, text] = Object.entries(files)[0]!;
  const fixed = fixAll(text, (current) => library.check(first, current).problems);
  library.put(first, fixed);
  const codes = Object.keys(files).flatMap((file) =>
    library.check(file, file === first ? fixed : files[file]!).problems.map(({ code }) => code),
  );
  return { fixed, codes };
}

describe('mending a heading', () => {
  const misspelt = record(1, 'See [below](#consequenses).\n\n## Consequenses\n\nOne queue, and no offline printing.');
  const other = (target: string) => record(2, `## Consequences\n\nNo cost but [that one](${target}).`);

  it("changes its own document's links to it", () => {
    const { fixed, codes } = fix({ 'docs/adr/0001-x.md': misspelt, 'docs/adr/0002-y.md': other('0001-x.md#context') });
    assert.match(fixed, /\[below\]\(#consequences\)[^]*## Consequences\n/);
    assert.deepEqual(codes, []);
  });

  it('is left to a person where another document leads to the heading', () => {
    for (const target of ['0001-x.md#consequenses', './0001-x.md#Consequenses']) {
      const { fixed, codes } = fix({ 'docs/adr/0001-x.md': misspelt, 'docs/adr/0002-y.md': other(target) });
      assert.equal(fixed, misspelt);
      assert.deepEqual(codes, ['KP305']);
    }
  });

  it('is left to a person where headings of one name would be counted anew', () => {
    const twice = misspelt.replace('## Consequenses', '### Consequences\n\nBefore.\n\n## Consequenses');
    assert.match(fix({ 'docs/adr/0001-x.md': twice }).fixed, /## Consequenses/);
  });

  it('keeps its number', () => {
    const numbered = record(1, '## 4. Consequenses\n\nOne queue. See [above](#4-consequenses).');
    assert.match(
      fix({ 'docs/adr/0001-x.md': numbered }).fixed,
      /## 4\. Consequences\n\nOne queue\. See \[above\]\(#4-consequences\)/,
    );
  });

  it('does the same for a section under another name', () => {
    const alias = record(1, '## Consequences\n\nOne queue, no offline printing.').replace(
      '## Context',
      '## Background',
    );
    const files = { 'docs/adr/0001-x.md': alias, 'docs/adr/0002-y.md': other('0001-x.md#background') };
    assert.match(fix({ 'docs/adr/0001-x.md': alias }, 'strict').fixed, /## Context/);
    assert.match(fix(files, 'strict').fixed, /## Background/);
  });
});
