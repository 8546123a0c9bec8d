import assert from 'node:assert/strict';
import type { TestResult } from '../../../src/core/runs/event.ts';
import { judgeRun } from '../../../src/core/runs/judge.ts';
import type { Ending, Observation } from '../../../src/core/runs/observation.ts';
import type { TestPart } from '../../../src/core/runs/runner.ts';
import type { Verdict } from '../../../src/core/model/verdict.ts';

const finished = (name: string, outcome: TestResult['outcome'], stage = 'one'): Observation => ({
  kind: 'test-finished',
  test: { name, stage, outcome, ...(outcome === 'failed' && { failure: { message: 'no', stack: [] } }) },
});
const started = (name: string): Observation => ({ kind: 'test-started', name, stage: 'one' });
const ended = (ending: Ending): Observation => ({ kind: 'ended', ending });
const done = ended({ how: 'done' });
const part = { stage: 'one', file: 'tests/one.test.ts', expected: ['a', 'b'] };

describe('the judge of a run', () => {
  const judge = (observations: readonly Observation[], parts: readonly TestPart[] = [part]) =>
    judgeRun(parts, observations, 5);

  it('passes a run in which every expected test passed and the harness came to its end', () => {
    const result = judge([finished('a', 'passed'), finished('b', 'passed'), done]);
    assert.deepEqual([result.verdict, result.summary, result.durationMs], ['passed', '2 tests passed.', 5]);
  });

  const notPassed: Record<string, { readonly observations: readonly Observation[]; readonly verdict: Verdict }> = {
    'an expected test that did not report': { observations: [finished('a', 'passed'), done], verdict: 'failed' },
    'an expected test that was skipped': {
      observations: [finished('a', 'passed'), finished('b', 'skipped'), done],
      verdict: 'failed',
    },
    'a name that passed once and failed once': {
      observations: [finished('a', 'passed'), finished('b', 'passed'), finished('b', 'failed'), done],
      verdict: 'failed',
    },
    'an expected name that passed in another stage only': {
      observations: [finished('a', 'passed'), finished('b', 'passed', 'two'), done],
      verdict: 'failed',
    },
    'no test at all': { observations: [done], verdict: 'no-tests' },
    'all tests passed, but no end': {
      observations: [finished('a', 'passed'), finished('b', 'passed'), ended({ how: 'exit', code: 0, signal: null })],
      verdict: 'crashed',
    },
    'all tests passed, and something thrown beside them': {
      observations: [
        finished('a', 'passed'),
        finished('b', 'passed'),
        { kind: 'trouble', trouble: { kind: 'stray', message: 'late' } },
        done,
      ],
      verdict: 'failed',
    },
    'observations that just stop': {
      observations: [finished('a', 'passed'), finished('b', 'passed')],
      verdict: 'crashed',
    },
  };
  for (const [what, { observations, verdict }] of Object.entries(notPassed))
    it(`does not pass ${what}`, () => assert.equal(judge(observations).verdict, verdict));

  const endings: readonly [Ending, Verdict, RegExp][] = [
    [{ how: 'time', limit: 'test', ms: 2000 }, 'timeout', /^“b” took longer than 2 s/],
    [{ how: 'time', limit: 'total', ms: 10_000 }, 'timeout', /10 s in all .*during “b”/],
    [{ how: 'memory', megabytes: 64 }, 'out-of-memory', /^“b” needed more memory than the 64 MB/],
    [{ how: 'output', megabytes: 8 }, 'output-limit', /^“b” printed more than 8 MB/],
    [{ how: 'exit', code: 3, signal: null }, 'crashed', /with exit code 3 .*during “b”/],
    [{ how: 'exit', code: null, signal: 'SIGSEGV' }, 'crashed', /\(SIGSEGV\)/],
    [{ how: 'environment', summary: 'No Node.', next: 'Get one.' }, 'environment', /^No Node\.$/],
    [{ how: 'cancelled' }, 'cancelled', /cancelled/],
  ];
  for (const [ending, verdict, summary] of endings)
    it(`says ${verdict} (${ending.how}${'code' in ending ? ` ${ending.signal ?? ending.code}` : ''}${'limit' in ending ? ` ${ending.limit}` : ''}), and during which test`, () => {
      const result = judge([finished('a', 'passed'), started('b'), ended(ending)]);
      assert.equal(result.verdict, verdict);
      assert.match(result.summary, summary);
      assert.ok(result.next.length > 10 || ending.how === 'environment');
      const interrupted = result.tests.find(({ name }) => name === 'b');
      assert.equal(interrupted?.outcome, ending.how === 'cancelled' ? undefined : 'failed');
    });

  it('calls a failure in an earlier stage a regression', () => {
    const later = { stage: 'two', file: 'tests/two.test.ts', expected: ['c'] };
    const result = judge(
      [finished('a', 'failed'), finished('b', 'passed'), finished('c', 'passed', 'two'), done],
      [part, later],
    );
    assert.equal(result.stage, 'one');
    assert.match(result.summary, /earlier stage “one”/);
    assert.match(result.next, /earlier stage/);
  });

  it('asks of tests that a learner wrote only that one passes', () => {
    const own = [{ stage: 'one', file: 'tests/own.test.ts' }];
    assert.equal(judge([finished('mine', 'passed'), finished('planned', 'skipped'), done], own).verdict, 'passed');
    assert.equal(judge([finished('planned', 'skipped'), done], own).verdict, 'no-tests');
    assert.equal(judge([done], own).verdict, 'no-tests');
  });

  it('shows trouble at its place', () => {
    const trouble = { kind: 'compile', message: 'Unexpected token', place: { file: 'a.ts', line: 3 } } as const;
    const result = judge([{ kind: 'trouble', trouble }, done]);
    assert.deepEqual([result.verdict, result.summary], ['compile-error', 'a.ts, line 3: Unexpected token.']);
    assert.deepEqual(result.places, [{ file: 'a.ts', line: 3, message: 'Unexpected token' }]);
  });
});
