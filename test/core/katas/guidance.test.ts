import assert from 'node:assert/strict';
import { hintsOf, parseHints } from '../../../src/core/katas/guidance/hints.ts';
import { parseSections } from '../../../src/core/katas/guidance/sections.ts';
import { solutionLock, type Try } from '../../../src/core/katas/guidance/unlock.ts';
import { advanceBabySteps, startBabySteps } from '../../../src/core/katas/practice/babySteps.ts';
import { faceOf, pauseTimeBox, resumeTimeBox, startTimeBox } from '../../../src/core/katas/practice/timeBox.ts';
import { sampleKata } from './sampleKata.ts';

describe('hints', () => {
  const markdown = [
    '# Hints',
    '',
    '## add',
    '',
    '### Look closely',
    '',
    'At `a`.',
    '',
    '```ts',
    '### not a heading',
    '```',
    '',
    '### Think ###',
    '',
    'Plus.',
    '## many',
    '### Loop',
  ].join('\n');

  it('are a ladder for each stage, fences left alone', () => {
    assert.deepEqual(
      parseHints(markdown).map(({ stage, rungs }) => [stage, rungs.map(({ title }) => title)]),
      [
        ['add', ['Look closely', 'Think']],
        ['many', ['Loop']],
      ],
    );
    assert.match(hintsOf(markdown, 'add')[0]!.text, /^At `a`\.[^]*### not a heading\n```$/);
    assert.equal(hintsOf(markdown, 'add')[1]!.text, 'Plus.');
    assert.deepEqual(hintsOf(markdown, 'none'), []);
  });

  it('know where their titles stand', () => {
    for (const text of [markdown, markdown.replaceAll('\n', '\r\n')])
      for (const { title, range } of parseSections(text)) assert.equal(text.slice(range.start, range.end), title);
  });
});

describe('the solution', () => {
  const { kata } = sampleKata();
  const attempt = (solutionHash: string, verdict: Try['verdict'] = 'failed', stage = 'add'): Try => ({
    stage,
    verdict,
    solutionHash,
  });
  const lockAfter = (...tries: Try[]) => solutionLock(kata, 'add', { tries, starterHash: 'start' });

  it('opens after a pass', () => {
    assert.deepEqual(lockAfter(attempt('a', 'passed')), { open: true, because: 'passed' });
  });

  it('opens after three failed runs with changed code', () => {
    assert.deepEqual(lockAfter(attempt('a'), attempt('b', 'timeout'), attempt('c')), { open: true, because: 'tries' });
  });

  it('stays locked for the same code again, the starter, a typo, a missing interpreter, or another stage', () => {
    for (const more of [
      attempt('b'),
      attempt('start'),
      attempt('c', 'compile-error'),
      attempt('c', 'environment'),
      attempt('c', 'cancelled'),
      attempt('c', 'failed', 'many'),
      attempt('c', 'passed', 'many'),
    ]) {
      const lock = lockAfter(attempt('a'), attempt('b'), more);
      assert.ok(!lock.open, JSON.stringify(more));
      assert.equal(lock.triesLeft, 1);
      assert.match(lock.message, /one more try/);
    }
  });
});

describe('a time-box', () => {
  it('counts down, pauses, warns near the end and counts up after it', () => {
    const box = startTimeBox(10, 0);
    assert.deepEqual(faceOf(box, 1), { label: '10:00', phase: 'running', leftMs: 599_999 });
    const paused = pauseTimeBox(box, 60_000);
    assert.deepEqual(faceOf(paused, 900_000), { label: '9:00', phase: 'paused', leftMs: 540_000 });
    const resumed = resumeTimeBox(paused, 1_000_000);
    assert.equal(faceOf(resumed, 1_000_000 + 485_000).phase, 'ending');
    assert.deepEqual(faceOf(resumed, 1_000_000 + 550_000), { label: '+0:10', phase: 'over', leftMs: -10_000 });
  });

  it('gives no time when the clock is set back', () => {
    assert.equal(faceOf(startTimeBox(10, 5000), 0).leftMs, 600_000);
  });
});

describe('baby steps', () => {
  const start = startBabySteps('green-0', { intervalMs: 120_000, now: 0 });

  it('bring the last green back at a red bell', () => {
    const red = advanceBabySteps(start, { kind: 'verdict', verdict: 'failed', attempt: 'red-1', now: 100_000 });
    const bell = advanceBabySteps(red.state, { kind: 'bell', now: 120_000 });
    assert.deepEqual(bell.effect, { kind: 'restore', attempt: 'green-0' });
    assert.equal(bell.state.reverts, 1);
    assert.equal(bell.state.since, 120_000);
  });

  it('start anew with each pass, which is then what a bell brings back', () => {
    const green = advanceBabySteps(start, { kind: 'verdict', verdict: 'passed', attempt: 'green-1', now: 100_000 });
    assert.deepEqual(advanceBabySteps(green.state, { kind: 'bell', now: 120_000 }).effect, { kind: 'none' });
    assert.deepEqual(advanceBabySteps(green.state, { kind: 'bell', now: 220_000 }).effect, {
      kind: 'restore',
      attempt: 'green-1',
    });
  });
});
