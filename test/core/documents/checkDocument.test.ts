import assert from 'node:assert/strict';
import { applyEdits, bundledProfiles, checkDocument, renderTemplate } from '../../../src/core/documents/index.ts';

const record = `# ADR-017: Keep orders in PostgreSQL
## Date: 2024-01-10 | Status: Accepted
## Context
Orders and users are related; three engineers know SQL.
## Decision
PostgreSQL 16 holds every order.
## Rationale
- Joins are needed on each page.
## Alternatives Considered
A. A document store — rejected: no joins
B. Two stores — rejected: two of everything for three engineers
## Trade-offs
- By choosing PostgreSQL, we accept one machine that all writes go through.
## Revisit When
- Writes exceed 5,000 per second.
`;

describe('checking a document', () => {
  it('says what to write in place of a reference in front matter', () => {
    const header = '---\nkatapath: adr/loose\ntags: &all [a]\nlabels: *all\n---\n';
    const { problems } = checkDocument(`${header}\n# Queues\n`);
    const messages = problems.filter(({ code }) => code === 'KP001').map(({ message }) => message);
    assert.match(messages.join(), /\*name is not followed here; write out what it stands for\.$/);
  });

  it('finds nothing in a record that keeps to the roadmap', () => {
    const { detection, problems } = checkDocument(record);
    assert.equal(detection?.profile.id, 'adr/seed');
    assert.deepEqual(problems, []);
  });

  it('asks an undecided record for its sections without calling them mistakes, and a decided one outright', () => {
    const profile = bundledProfiles.find(({ id }) => id === 'adr/seed')!;
    const fresh = renderTemplate(profile, { title: 'Print labels', number: 1, date: '2026-01-10', author: 'robin' });
    const severities = (text: string) => [...new Set(checkDocument(text).problems.map(({ severity }) => severity))];
    assert.match(fresh, /Status: (?:Draft|Proposed)/);
    assert.deepEqual(severities(fresh), ['info']);
    assert.deepEqual(severities(fresh.replace(/Status: \w+/, 'Status: Accepted')), ['error']);
  });

  for (const [written, kind, meant] of [
    ['Acepted', 'safe', 'Accepted'],
    ['Acceptted', 'safe', 'Accepted'],
    ['Ejected', 'scaffold', 'Rejected'],
    ['Projected', 'scaffold', 'Rejected'],
    ['Reverted', undefined, undefined],
  ] as const)
    it(`offers ${meant ?? 'nothing'} for the status ${written}, ${kind === 'safe' ? 'and fixes it' : 'and asks first'}`, () => {
      const { problems } = checkDocument(record.replace('Status: Accepted', `Status: ${written}`));
      const { fix } = problems.find(({ code }) => code === 'KP202')!;
      assert.deepEqual([fix?.kind, fix?.edits[0]?.text], [kind, meant]);
    });

  it('is done with a page of blanks in a list as with any other text', () => {
    const blanks = '\uFEFF'.repeat(20_000);
    const { problems } = checkDocument(record.replace('A document store', `A document store${blanks}x`));
    assert.deepEqual(problems, []);
  });

  for (const [what, yaml] of Object.entries({
    'a tower of brackets': `status: ${'!['.repeat(3500)}`,
    'a tower of lists': '- '.repeat(3500),
    'a tower of maps': '? '.repeat(3500),
    'a tower of maps in a value': `status: ${'? '.repeat(3500)}`,
    'keys within keys within keys': `status: ${'{? '.repeat(40)}x${'}'.repeat(40)}`,
    'more than a header holds': 'status: accepted\n'.repeat(2000),
  }))
    it(`survives ${what} in the front matter, and says that it was not read`, () => {
      const { problems } = checkDocument(`---\n${yaml}\n---\n\n${record}`);
      assert.ok(problems.some(({ code, severity }) => code === 'KP001' && severity === 'error'));
      assert.ok(problems.length < 20);
    });

  for (const [what, tags] of Object.entries({
    'a word': 'tags: parcels',
    'words with commas': 'tags: parcels, labels',
    'a map over several lines': 'tags:\n  first: parcels\n  second: labels',
    'a text over several lines': 'tags: |\n  parcels\n  labels',
    'a map in braces': 'tags: {first: parcels}',
    nothing: 'tags:',
  }))
    it(`makes a list of ${what} only where the front matter can be read after it`, () => {
      const text = `---\ntitle: Keep parcel events\ntype: adr\nstatus: accepted\n${tags}\n---\n<!-- katapath: profile=adr/structured-madr -->\n\n# Keep parcel events\n`;
      const found = checkDocument(text).problems.find(({ message }) => message === '"tags" is a list.');
      assert.ok(found);
      assert.equal(found.fix !== undefined, !tags.includes('\n') && tags !== 'tags:');
      const again = checkDocument(applyEdits(text, found.fix?.edits ?? [])).problems;
      assert.deepEqual(
        again.filter(({ code, message }) => code === 'KP001' || (found.fix && message.startsWith('"tags"'))),
        [],
      );
    });

  it('reports a missing section on the title and offers it in its place', () => {
    const { problems, document } = checkDocument(record.replace(/## Rationale\n.*\n/, ''));
    assert.deepEqual(
      problems.map(({ code, severity, range }) => [code, severity, document.slice(range)]),
      [['KP301', 'error', 'ADR-017: Keep orders in PostgreSQL']],
    );
    const edit = problems[0]!.fix!.edits[0]!;
    assert.equal(document.text.slice(0, edit.range.start).endsWith('PostgreSQL 16 holds every order.'), true);
    assert.match(edit.text, /## Rationale/);
  });

  it('says nothing about a file that is no design document', () => {
    assert.deepEqual(checkDocument('# Usage\n\nRun it.\n').problems, []);
  });

  it('takes a proposal as short as the roadmap shows it for one, without an error', () => {
    const { detection, problems } = checkDocument(proposal, { today: '2026-06-01' });
    assert.equal(detection?.profile.id, 'rfc/seed');
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`),
      [],
    );
  });
});

const proposal = `# RFC-008: Print labels in batches
## Status
PROPOSED | 2026-02-03 | Author: @robin
## Problem
A label takes 8 seconds, and 6 of them are spent warming the printer.
## Proposed Solution
Collect labels before they are printed:
1. The desk puts each label into a tray
2. A full tray, or 30 seconds, starts the printer
## Alternatives Considered
A. A second printer — rejected: it warms as long as the first
B. Print at night — rejected: parcels leave at noon
## Impact
- Labels an hour: 450 → 1,600
- Risk: one jam stops a whole tray, so it needs an alarm
## Open Questions
1. May a tray mix carriers?
`;
