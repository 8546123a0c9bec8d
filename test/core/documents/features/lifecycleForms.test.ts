import assert from 'node:assert/strict';
import { changeStatus, supersede, type LifecycleStep } from '../../../../src/core/documents/features/lifecycle.ts';
import {
  applyEdits,
  bundledProfiles,
  parseDocument,
  renderTemplate,
  summarise,
  type DesignDocument,
} from '../../../../src/core/documents/index.ts';

const older = 'docs/adr/0001-use-one-store.md';
const newer = 'docs/adr/0012-use two stores.md';
const loose = bundledProfiles.find(({ id }) => id === 'adr/loose')!;
const body = '\n\n## Context\n\nWords with a status, and ADR-7.\n\n- one\n- two\n\n## Decision\n\nWords.\n';
const choice = '[proposed | rejected | accepted | … | superseded by [ADR-0005](0005-example.md)]';

/** Headers as people write them; each states a status, or has the place for one. */
const forms: Readonly<Record<string, string>> = {
  'a block list in front matter': '---\nstatus: proposed\nsupersedes:\n  - ADR-0009\n---\n\n# Words',
  'a block list with a key behind it':
    '---\nstatus: proposed\nsupersedes:\n- "ADR-0009" # the first\n- "ADR-0008"\ndate: 2024-01-10\n---\n\n# Words',
  'a flow list': '---\nstatus: proposed\nsupersedes: [ADR-0009, ADR-0008]\ndate: 2024-01-10\n---\n\n# Words',
  'a flow list over lines': '---\nsupersedes: [\n  ADR-0009,\n]\nstatus: proposed\n---\n\n# Words',
  'an empty flow list': '---\nstatus: proposed\nsupersedes: []\nsuperseded_by: []\n---\n\n# Words',
  'null in front matter': '---\nstatus: ~\nsuperseded_by: null\nsupersedes: ~\ndate: 2024-01-10\n---\n\n# Words',
  'empty keys in front matter': '---\nstatus:\nsuperseded_by:\nsupersedes: \ndate: 2024-01-10\n---\n\n# Words',
  'empty quotes in front matter': '---\nstatus: ""\nsupersedes: \'\'\n---\n\n# Words',
  'a choice in front matter': `---\nstatus: "{proposed | rejected | superseded by ADR-0123}"\n---\n\n# Words`,
  'front matter that names the successor behind the status': '---\nstatus: superseded by ADR-003\n---\n\n# Words',
  'front matter that names the successor apart':
    '---\nstatus: superseded\nsuperseded-by:\n  - ADR-003\ndate: 2024-01-10\n---\n\n# Words',
  'an empty section': '# Words\n\n## Status',
  'a section with nothing but a comment': '# Words\n\n## Status\n<!-- proposed, accepted -->',
  'an empty section under a line': '# Words\n\nStatus\n------',
  'a section of several lines': '# Words\n\n## Status\n\nProposed, and discussed\nfor a while.',
  'a section with a list': '# Words\n\n## Status\n\n- Proposed\n- 2024-01-10',
  'a section that ends in the next heading': '# Words\n\n## Status\n\nProposed\n## More\n\nWords.',
  'a section that names the successor': '# Words\n\n## Status\n\nSuperseded by [4. x](0004-d.md)',
  'a section that names two successors in bold':
    '# Words\n\n## Status\n\n**Superseded** by [4. x](0004-d.md) and ADR-005, 2024-01-10',
  'a section that names the successor in its next line': '# Words\n\n## Status\n\nSuperseded by\n[4. x](0004-d.md)',
  'a section that tells of the successor': '# Words\n\n## Status\n\nSuperseded (by the new queue)',
  'the roadmap’s section': '# RFC-001: Words\n\n## Status\n\nPROPOSED | 2024-01-10 | Author: @ann',
  'a section with a choice': `# Words\n\n## Status\n\nProposed | Accepted | Rejected`,
  'a line': '# Words\n\nStatus: Proposed\nDate: 2024-01-10',
  'an empty line': '# Words\n\nStatus:\nDate: 2024-01-10',
  'an empty line with a space': '# Words\n\nStatus: \nDate: 2024-01-10',
  'a line that goes on in the next': '# Words\n\nStatus: Proposed, as Ann said\nlast week\nDate: 2024-01-10',
  'an empty bold line': '# Words\n\n**Status:**\n**Date:** 2024-01-10',
  'a line with pipes': '# Words\n\n**Status:** Proposed | **Date:** 2024-01-10',
  'an empty place between pipes': '# Words\n\n**Status:** | **Date:** 2024-01-10',
  'a line with dots': '# Words\n\n**Status:** Superseded by ADR-3 · **Date:** 2024-01-10',
  'a choice in a line': `# Words\n\nStatus: ${choice}\nDate: 2024-01-10`,
  'a choice in a bullet': `# Words\n\n* Status: ${choice} <!-- optional -->\n* Date: 2024-01-10`,
  'a choice between slashes': '# Words\n\n- **Status:** Proposed / Accepted\n- Date: 2024-01-10',
  'a bullet that goes on below': '# Words\n\n- Status: proposed\n  since last week\n- Date: 2024-01-10',
  'bullets with places for relations':
    '# Words\n\n- Status: proposed\n- Supersedes: –\n- Superseded by: none\n- Date: 2024-01-10',
  'bullets that name the successor':
    '# Words\n\n- Status: superseded\n- Superseded by: [ADR-3](0003-c.md)\n- Date: 2024-01-10',
  'a quote': '# Words\n\n> Status: Proposed\n> Date: 2024-01-10',
  'rows of a table': '# Words\n\n| Field | Value |\n|---|---|\n| **Status** | Proposed |\n| Date | 2024-01-10 |',
  'the header row of a table': '# Words\n\n| Status | Proposed |\n|---|---|\n| Date | 2024-01-10 |',
  'an empty cell': '# Words\n\n| Status | |\n|---|---|\n| Date | 2024-01-10 |',
  'a cell without room': '# Words\n\n|Status||\n|---|---|\n|Date|2024-01-10|',
  'columns of a table': '# Words\n\n| Status | Date |\n|---|---|\n| Proposed | 2024-01-10 |',
  'a table in a quote': '# Words\n\n> | Status | Proposed |\n> |---|---|\n> | Date | 2024-01-10 |',
  'a heading': '# ADR-001: Words\n## Date: 2024-01-10 | Status: Proposed',
  'the title': '# ADR-001: Words | Status: Proposed',
  'a comment': '# Words\n\n<!-- Status: Proposed -->',
  'bullets without a title': '- Status: proposed\n- Date: 2024-01-10',
};
const templates = bundledProfiles
  .filter(({ template }) => /status/i.test(template?.join('\n') ?? ''))
  .map((profile) => [
    profile.id,
    renderTemplate(profile, { number: 1, title: 'Words', date: '2024-01-10', author: 'ann' }),
  ]);
const headers: Readonly<Record<string, string>> = { ...forms, ...(Object.fromEntries(templates) as typeof forms) };

const record = (text: string, file: string) => {
  const document = parseDocument(text);
  return { document, entry: summarise(document, file, loose), profile: loose };
};

/** What a document says besides its status and its relations, which no step may touch. */
function others({ metadata, frontMatter, blocks, text }: DesignDocument) {
  assert.deepEqual(frontMatter?.errors ?? [], [], text);
  return {
    said: metadata.statements
      .filter(({ field }) => !['status', 'supersedes', 'superseded-by'].includes(field ?? ''))
      .map(({ label, value, form }) => [label, value, form]),
    headings: blocks.filter(({ kind }) => kind === 'heading').length,
    tables: blocks.filter(({ kind }) => kind === 'table').length,
    isFrontMatter: frontMatter !== undefined,
  };
}

const said = (text: string, file: string, kind: string) =>
  summarise(parseDocument(text), file, loose).relations.filter((relation) => relation.kind === kind);

const meanings: Readonly<Record<LifecycleStep, string>> = {
  accept: 'accepted',
  reject: 'rejected',
  deprecate: 'deprecated',
  supersede: 'superseded',
};

describe('a step in a record’s life', () => {
  for (const [name, header] of Object.entries(headers))
    for (const lineEnd of ['\n', '\r\n']) {
      const text = (header + body).replaceAll('\n', lineEnd);
      const end = body.trimStart().replaceAll('\n', lineEnd);
      const before = others(parseDocument(text));
      const expectSame = (after: string) => {
        assert.deepEqual(others(parseDocument(after)), before, after);
        assert.ok(after.endsWith(end), after);
        if (lineEnd === '\r\n') assert.doesNotMatch(after, /[^\r]\n/);
      };

      it(`leaves ${name} in order, ${JSON.stringify(lineEnd)}`, () => {
        for (const step of ['accept', 'reject', 'deprecate'] as const) {
          const take = (from: string) => applyEdits(from, changeStatus(parseDocument(from), step, loose));
          const after = take(text);
          assert.equal(parseDocument(after).metadata.status?.meaning, meanings[step], after);
          assert.deepEqual(said(after, older, 'superseded-by'), [], after);
          expectSame(after);
          assert.equal(take(after), after);
        }
      });

      it(`ends with its successor in ${name}, ${JSON.stringify(lineEnd)}`, () => {
        const successor = record('# 12. Use two stores\n\nStatus: Accepted\n', newer);
        const take = (from: string) => applyEdits(from, supersede(record(from, older), successor).older);
        const after = take(text);
        assert.equal(parseDocument(after).metadata.status?.meaning, 'superseded', after);
        const ways = said(after, older, 'superseded-by').filter(({ number }) => number === 12);
        assert.equal(ways.length, 1, after);
        expectSame(after);
        assert.equal(take(after), after);
      });

      it(`says the way back in ${name}, ${JSON.stringify(lineEnd)}`, () => {
        const first = record('# 3. Use one store\n\nStatus: Accepted\n', 'docs/adr/0003-use-one-store.md');
        const take = (from: string) => applyEdits(from, supersede(first, record(from, newer)).newer);
        const after = take(text);
        const status = (from: string) => parseDocument(from).metadata.status?.word;
        assert.equal(status(after), status(text), after);
        const ways = (from: string) => said(from, newer, 'supersedes').map(({ number }) => number);
        assert.deepEqual(ways(after).toSorted(), [...ways(text), 3].toSorted(), after);
        expectSame(after);
        assert.equal(take(after), after);
      });
    }

  const accept = (header: string) => applyEdits(header, changeStatus(parseDocument(header), 'accept', loose));

  it('takes the successor away with the word', () => {
    assert.match(accept(forms['a section that names the successor']!), /\n\nAccepted$/);
    assert.match(accept(forms['a section that names two successors in bold']!), /\n\n\*\*Accepted\*\*, 2024-01-10$/);
    assert.match(accept(forms['bullets that name the successor']!), /- Status: accepted\n- Date: 2024-01-10$/);
  });

  it('takes a choice that nobody made as a whole', () => {
    assert.match(accept(forms['a choice in a bullet']!), /^\* Status: accepted <!-- optional -->$/m);
    assert.match(accept(forms['a choice between slashes']!), /^- \*\*Status:\*\* Accepted$/m);
  });

  it('gives a list in front matter an item of its own', () => {
    const first = record('# 1. Use one store\n\nStatus: Accepted\n', older);
    const say = (header: string) => applyEdits(header, supersede(first, record(header, newer)).newer);
    assert.match(say(forms['a block list in front matter']!), /\n {2}- ADR-0009\n {2}- ADR-001\n---\n/);
    assert.match(say(forms['a block list with a key behind it']!), /\n- "ADR-0008"\n- "ADR-001"\ndate: /);
    assert.match(say(forms['an empty flow list']!), /^supersedes: \[ADR-001\]$/m);
  });
});
