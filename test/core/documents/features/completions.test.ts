import assert from 'node:assert/strict';
import { completionsAt, mayComplete, type Completion } from '../../../../src/core/documents/features/completions.ts';
import { applyEdits, bundledProfiles } from '../../../../src/core/documents/index.ts';
import { accepted, openRecords } from './records.ts';

const one = 'docs/adr/0001-use-one-store.md';
const two = 'docs/adr/0002-use-queues.md';

/** What is offered unasked; what only the key for suggestions brings is asked for with `isAsked`. */
function complete(text: string, profileId = 'adr/nygard', isAsked = false) {
  const { document, file, library, offset } = openRecords({ [two]: text, [one]: accepted('1. Use one store') });
  const profile = bundledProfiles.find(({ id }) => id === profileId);
  const found = completionsAt(document, { offset, file, profile, corpus: library.corpus });
  const line = document.text.slice(document.text.lastIndexOf('\n', offset - 1) + 1, offset);
  if (found.length > 0 && !isAsked) assert.ok(mayComplete(line), `the editor would not ask on "${line}"`);
  return { labels: found.map(({ label }) => label), apply: (label: string) => take(document.text, found, label) };
}

function take(text: string, found: readonly Completion[], label: string): string {
  const { range, text: words } = found.find((completion) => completion.label === label)!;
  return applyEdits(text, [{ range, text: words }]);
}

describe('completions in a design document', () => {
  const statuses = ['Proposed', 'Accepted', 'Rejected', 'Deprecated', 'Superseded'];
  const forms: Readonly<Record<string, string>> = {
    'a line': '# 2. Use queues\n\nStatus: ‸\n\n## Context\n\nWords.\n',
    'a bold line': '# 2. Use queues\n\n**Status:** ‸\n\n## Context\n\nWords.\n',
    'a bullet': '# 2. Use queues\n\n- Status: ‸\n\n## Context\n\nWords.\n',
    'a section': '# 2. Use queues\n\n## Status\n\n‸\n\n## Context\n\nWords.\n',
    'the roadmap’s heading': '# ADR-002: Use queues\n## Date: 2024-01-10 | Status: Prop‸\n## Context\nWords.\n',
  };
  for (const [name, text] of Object.entries(forms))
    it(`offer the format's statuses on ${name}`, () => {
      const { labels, apply } = complete(text);
      assert.deepEqual(labels, statuses);
      assert.equal(apply('Accepted'), text.replace(/(?:Prop)?‸/, 'Accepted'));
    });

  it('offer statuses in front matter as the format spells them', () => {
    const { labels } = complete('---\nstatus: pro‸\n---\n\n# Use queues\n', 'adr/madr-4');
    assert.deepEqual(labels.slice(0, 2), ['proposed', 'accepted']);
  });

  it('offer those who committed here where a document names its people', () => {
    const people = [
      { name: 'Robin Weaver', handle: 'robin' },
      { name: 'Kim Abara', handle: 'kim-abara' },
    ];
    for (const [text, label, done] of [
      ['# 2. Use queues\n\n- Deciders: Kim Abara, Ro‸\n', 'Robin Weaver', '- Deciders: Kim Abara, Robin Weaver'],
      ['# 2. Use queues\n\n- Owner:‸\n', 'Kim Abara', '- Owner: Kim Abara'],
      ['# RFC-002: Q\n\n## Status\n\nPROPOSED | 2026-01-10 | Author: @k‸\n', '@kim-abara', 'Author: @kim-abara'],
    ] as const) {
      const { document, file, library, offset } = openRecords({ [two]: text });
      const profile = bundledProfiles.find(({ id }) => id === 'adr/nygard');
      const found = completionsAt(document, { offset, file, profile, corpus: library.corpus, people });
      assert.ok(take(document.text, found, label).includes(done), take(document.text, found, label));
    }
  });

  it('offer after # the sections that are missing, in order', () => {
    const text = '# 2. Use queues\n\n## Status\n\nAccepted\n\n## Con‸\n\n## Decision\n\nWords.\n';
    const { labels, apply } = complete(text);
    assert.deepEqual(labels, ['Context', 'Alternatives Considered', 'Consequences']);
    assert.equal(apply('Context'), text.replace('Con‸', 'Context'));
  });

  it('offer no section on the title', () => {
    assert.deepEqual(complete('# ADR-‸ Use queues\n\n## Context\n\nWords.\n').labels, []);
  });

  it('offer the other records after ADR-, as links', () => {
    const { labels, apply } = complete(accepted('2. Use queues', 'Accepted, see ADR-‸'));
    assert.deepEqual(labels, ['ADR-001: Use one store']);
    assert.match(apply('ADR-001: Use one store'), /see \[ADR-001\]\(0001-use-one-store\.md\)$/m);
  });

  it('offer the bare name where a link would not do', () => {
    const { apply } = complete('---\nsupersedes: ADR-‸\n---\n\n# Use queues\n', 'adr/madr-4');
    assert.match(apply('ADR-001: Use one store'), /^supersedes: ADR-001$/m);
  });

  it('offer rule codes where problems are silenced', () => {
    const { labels, apply } = complete('# 2. Use queues\n\n<!-- katapath-disable-next-line KP301, KP‸ -->\n');
    assert.ok(labels.includes('KP202'));
    assert.match(apply('KP202'), /KP301, KP202 -->/);
  });

  for (const [name, text] of Object.entries({
    'a fence': '# 2. Use queues\n\n## Status\n\nAccepted\n\n```sh\n# ‸\nrun\n```\n',
    'a fence, for a reference': '# 2. Use queues\n\n```\nADR-‸\n```\n',
    'an HTML comment': '# 2. Use queues\n\n<!--\n## Con‸\n-->\n',
    'a YAML comment': '---\nstatus: accepted\n# Con‸\n---\n\n# Use queues\n',
    'a code span': '# 2. Use queues\n\nWords `ADR-‸` and more.\n',
    'an address': '# 2. Use queues\n\nWords [as said](ADR-‸) and more.\n',
    'an address that is not closed': '# 2. Use queues\n\nWords [as said](ADR-‸\n',
  }))
    it(`offer nothing in ${name}`, () => {
      assert.deepEqual(complete(text, 'adr/nygard', true).labels, []);
    });

  it('offer references, and no section, in a heading that states the status', () => {
    const text = '# ADR-002: Use queues\n## Date: 2024-01-10 | Status: Superseded by ADR-‸\n## Context\nWords.\n';
    const { labels, apply } = complete(text, 'adr/seed');
    assert.deepEqual(labels, ['ADR-001: Use one store']);
    assert.match(apply(labels[0]!), /^## Date: 2024-01-10 \| Status: Superseded by \[ADR-001\]\(/m);
    assert.deepEqual(complete(text.replace('Status: Superseded by ADR-', 'Rev'), 'adr/seed').labels, []);
  });

  it('offer statuses where the label is on another line, when asked', () => {
    for (const text of [
      '# 2. Use queues\n\n## Status\n\nPro‸\n',
      '# 2. Use queues\n\n| Status | Date |\n|---|---|\n| Pro‸ | 2024-01-10 |\n',
    ])
      assert.deepEqual(complete(text, 'adr/nygard', true).labels, statuses, text);
  });

  it('offer people in a list of front matter', () => {
    const people = [{ name: 'Robin Weaver', handle: 'robin' }];
    const head = '---\nstatus: accepted\ndecision-makers:\n  - Kim Abara\n  - ';
    const { document, file, library, offset } = openRecords({ [two]: `${head}Ro‸\n---\n\n# Use queues\n` });
    const profile = bundledProfiles.find(({ id }) => id === 'adr/madr-4');
    const found = completionsAt(document, { offset, file, profile, corpus: library.corpus, people });
    assert.ok(take(document.text, found, 'Robin Weaver').startsWith(`${head}Robin Weaver\n---`));
  });

  it('offer nothing in prose', () => {
    assert.deepEqual(complete(accepted('2. Use queues').replace('one store.', 'one store:‸')).labels, []);
  });
});
