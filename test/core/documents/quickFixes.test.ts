import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/documents/index.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { checkExample } from '../../support/checkExample.ts';

const file = 'docs/adr/0004-keep-parcel-events.md';

async function check(text: string, code: string): Promise<readonly Problem[]> {
  const results = await checkExample({ files: [{ file, text }] }, code);
  return results.get(file)!.problems.filter((problem) => problem.code === code);
}

/** A document after the fix of its first problem of one kind; undefined when none is offered. */
async function mend(text: string, code: string): Promise<string | undefined> {
  const [problem] = await check(text, code);
  assert.ok(problem, `${code} is not found in\n${text}`);
  return problem.fix && applyEdits(text, problem.fix.edits);
}

const seed = (...lines: string[]) =>
  ['<!-- katapath: profile=adr/seed -->', '', '# ADR-004: Keep parcel events', ...lines, ''].join('\n');

interface Mend {
  readonly code: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const mends: readonly Mend[] = [
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
    ['KP304', 'when the heading says more than the name', seed('## Decision: use queues', 'x')],
  ] as const)
    it(`${code} is not offered ${what}`, async () => assert.equal(await mend(text, code), undefined));
});
