import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/documents/index.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { checkExample } from '../../support/checkExample.ts';

async function check(text: string, code: string): Promise<readonly Problem[]> {
  const file = `docs/adr/0004-keep-parcel-events.md`;
  const results = await checkExample({ files: [{ file, text }] }, code);
  return results.get(file)!.problems.filter((problem) => problem.code === code);
}

/** A document after the fix of its first problem of one kind; undefined when none is offered. */
async function mend(text: string, code: string): Promise<string | undefined> {
  const [problem] = await check(text, code);
  assert.ok(problem, `${code} is not found in\n${text}`);
  return problem.fix && applyEdits(text, problem.fix.edits);
}

const as = (profile: string, ...lines: string[]) =>
  [`<!-- katapath: profile=${profile} -->`, '', ...lines, ''].join('\n');
const seed = (...lines: string[]) => as('adr/seed', '# ADR-004: Keep parcel events', ...lines);

interface Mend {
  readonly code: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const mends: readonly Mend[] = [
  {
    code: 'KP101',
    what: 'takes the title from the file name, in the form of the format',
    before: as('adr/seed', '## Context', '', 'Events get lost.'),
    after: as('adr/seed', '# ADR-004: Keep parcel events', '', '## Context', '', 'Events get lost.'),
  },
  {
    code: 'KP201',
    what: 'fills in the status where its heading is',
    before: as('adr/nygard', '# 4. Keep parcel events', '', '## Status', '', '## Context', '', 'x'),
    after: as('adr/nygard', '# 4. Keep parcel events', '', '## Status', '', 'Proposed', '', '## Context', '', 'x'),
  },
  {
    code: 'KP201',
    what: 'adds the section a format states its status in',
    before: as('adr/nygard', '# 4. Keep parcel events', '', 'Date: 2026-01-02', '', '## Context', '', 'x'),
    after: as(
      'adr/nygard',
      '# 4. Keep parcel events',
      '',
      'Date: 2026-01-02',
      '',
      '## Status',
      '',
      'Proposed',
      '',
      '## Context',
      '',
      'x',
    ),
  },
  {
    code: 'KP201',
    what: 'puts the status behind the date',
    before: seed('## Date: 2026-01-02', '## Context', 'x'),
    after: seed('## Date: 2026-01-02 | Status: Proposed', '## Context', 'x'),
  },
  {
    code: 'KP201',
    what: 'begins the heading of the roadmap’s record where there is none',
    before: seed('## Context', 'x'),
    after: seed('## Status: Proposed', '## Context', 'x'),
  },
  {
    code: 'KP201',
    what: 'writes a line as the format’s template does',
    before: as('adr/nygard-inline', '# ADR 004: Keep parcel events', '', '## Context', '', 'x'),
    after: as(
      'adr/nygard-inline',
      '# ADR 004: Keep parcel events',
      '',
      '**Status:** Proposed',
      '',
      '## Context',
      '',
      'x',
    ),
  },
  {
    code: 'KP201',
    what: 'fills in a label without a value',
    before: as('adr/nygard-inline', '# ADR 004: Keep parcel events', '', '**Status:**', '', '## Context', '', 'x'),
    after: as(
      'adr/nygard-inline',
      '# ADR 004: Keep parcel events',
      '',
      '**Status:** Proposed',
      '',
      '## Context',
      '',
      'x',
    ),
  },
  {
    code: 'KP206',
    what: 'puts the date before the status',
    before: seed('## Status: Accepted', '## Context', 'x'),
    after: seed('## Date: 2026-06-01 | Status: Accepted', '## Context', 'x'),
  },
  {
    code: 'KP206',
    what: 'puts the date behind the status of a proposal',
    before: as('rfc/seed', '# RFC-004: Keep parcel events', '', '## Status', '', 'PROPOSED'),
    after: as('rfc/seed', '# RFC-004: Keep parcel events', '', '## Status', '', 'PROPOSED | 2026-06-01'),
  },
  {
    code: 'KP210',
    what: 'puts a placeholder for the author at the end of the status line',
    before: as('rfc/seed', '# RFC-004: Keep parcel events', '', '## Status', '', 'PROPOSED | 2026-01-02'),
    after: as(
      'rfc/seed',
      '# RFC-004: Keep parcel events',
      '',
      '## Status',
      '',
      'PROPOSED | 2026-01-02 | Author: @{name}',
    ),
  },
  {
    code: 'KP302',
    what: 'removes an empty heading that nobody asks for',
    before: seed('## Context', '', 'x', '', '## Notes', '', '## Decision', '', 'y'),
    after: seed('## Context', '', 'x', '', '## Decision', '', 'y'),
  },
  {
    code: 'KP505',
    what: 'takes the option that is spelled nearly so',
    before: as(
      'adr/madr-4',
      '# Keep parcel events',
      '',
      '## Context and Problem Statement',
      '',
      'Events get lost.',
      '',
      '## Considered Options',
      '',
      '- PostgreSQL',
      '- Tape',
      '',
      '## Decision Outcome',
      '',
      'Chosen option: "PostgreSLQ", because it is there.',
    ),
    after: as(
      'adr/madr-4',
      '# Keep parcel events',
      '',
      '## Context and Problem Statement',
      '',
      'Events get lost.',
      '',
      '## Considered Options',
      '',
      '- PostgreSQL',
      '- Tape',
      '',
      '## Decision Outcome',
      '',
      'Chosen option: "PostgreSQL", because it is there.',
    ),
  },
  {
    code: 'KP911',
    what: 'asks for what is not promised',
    before: as(
      'postmortem/sre',
      '# Postmortem: labels',
      '',
      '## Action Items',
      '',
      '- Add an alarm',
      '- Keep it (owner: @robin, due 2026-06-15)',
    ),
    after: as(
      'postmortem/sre',
      '# Postmortem: labels',
      '',
      '## Action Items',
      '',
      '- Add an alarm (owner: @{name}, due YYYY-MM-DD)',
      '- Keep it (owner: @robin, due 2026-06-15)',
    ),
  },
  {
    code: 'KP911',
    what: 'asks for the date alone where someone is named',
    before: as(
      'postmortem/sre',
      '# Postmortem: labels',
      '',
      '## Action Items',
      '',
      '- Add an alarm (@robin)',
      '- Keep it (owner: @robin, due 2026-06-15)',
    ),
    after: as(
      'postmortem/sre',
      '# Postmortem: labels',
      '',
      '## Action Items',
      '',
      '- Add an alarm (@robin) (due YYYY-MM-DD)',
      '- Keep it (owner: @robin, due 2026-06-15)',
    ),
  },
  {
    code: 'KP307',
    what: 'lifts the headings beside and below it too',
    before: seed('## Context', '#### North', '##### Cold', '#### South', '### East', '## Decision'),
    after: seed('## Context', '### North', '#### Cold', '### South', '### East', '## Decision'),
  },
];

describe('the fix of', () => {
  for (const { code, what, before, after } of mends)
    it(`${code} ${what}, takes the problem away and touches nothing else`, async () => {
      assert.equal(await mend(before, code), after);
      assert.equal(await mend(before.replaceAll('\n', '\r\n'), code), after.replaceAll('\n', '\r\n'));
      assert.ok((await check(after, code)).length < (await check(before, code)).length);
    });

  for (const [code, what, text] of [
    ['KP304', 'when a section of the house name is there', seed('## Background', 'x', '', '## Context', 'y')],
    ['KP304', 'when two sections are that one by another name', seed('## Background', 'x', '', '## Problem', 'y')],
    ['KP302', 'when the format asks for the section', seed('## Context', '', '## Decision', '', 'y')],
    ['KP302', 'when a comment stands below', seed('## Notes', '', '<!-- ask Robin -->', '', '## Decision', '', 'y')],
    [
      'KP302',
      'when a link leads to it',
      seed('## Context', '', '[x](#notes)', '', '## Notes', '', '## Decision', '', 'y'),
    ],
    ['KP304', 'when the heading says more than the name', seed('## Decision: use queues', 'x')],
  ] as const)
    it(`${code} is not offered ${what}`, async () => assert.equal(await mend(text, code), undefined));
});
