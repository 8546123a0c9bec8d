import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { toSnippets } from '../../../../src/core/documents/features/snippets.ts';
import { bundledProfiles, checkDocument } from '../../../../src/core/documents/index.ts';

describe('snippets for design documents', () => {
  const snippets = toSnippets(bundledProfiles);

  it('are in the file that ships; `npm run snippets` writes it', () => {
    assert.deepEqual(JSON.parse(readFileSync('snippets/design-documents.json', 'utf8')), snippets);
  });

  it('are one per profile, each with a prefix of its own', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, bundledProfiles.length);
  });

  for (const [name, { prefix, body }] of Object.entries(snippets))
    it(`become a document of their own profile: ${name}`, () => {
      const text = body
        .join('\n')
        .replace(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/g, '2024-01-10')
        .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
        .replace(/\\([\\$}])/g, '$1');
      assert.doesNotMatch(text, /\$\{|\{\{|[\uE000\uE001]/);
      const profile = bundledProfiles.find(({ id }) => id.replace('/', '-') === prefix)!;
      const [folder] = (profile.file ?? '').split('{{');
      const { detection } = checkDocument(text, { file: `${folder}1-title.md` });
      assert.equal(detection?.profile.kind, profile.kind, text);
    });
});
