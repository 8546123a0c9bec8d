import type { Evidence } from './evidence.ts';
import type { RunResult, TestResult } from './event.ts';
import type { Ending, Observation, Trouble } from './observation.ts';
import type { TestPart } from './runner.ts';
import { sentencesFor } from './sentences.ts';
import type { Verdict } from '../model/verdict.ts';

/**
 * The verdict over a run. `passed` needs three things: the harness said that it came to the end, every expected name
 * reported a pass (and never a failure), and nothing was thrown outside the tests.
 */
export function judgeRun(
  parts: readonly TestPart[],
  observations: readonly Observation[],
  durationMs: number,
): RunResult {
  const evidence = gatherEvidence(parts, observations);
  const verdict = verdictOf(evidence);
  const { summary, next } = sentencesFor(verdict, evidence);
  return {
    verdict,
    summary,
    next,
    tests: withInterruptedTest(evidence, summary),
    stage: decidingStage(evidence),
    durationMs,
    places: evidence.troubles.flatMap(({ place, message }) => (place ? [{ ...place, message }] : [])),
  };
}

function gatherEvidence(parts: readonly TestPart[], observations: readonly Observation[]): Evidence {
  const tests: TestResult[] = [];
  const troubles: Trouble[] = [];
  let running: Evidence['running'];
  let ending: Ending = { how: 'exit', code: null, signal: null };
  for (const observation of observations) {
    if (observation.kind === 'test-started') running = observation;
    if (observation.kind === 'test-finished') {
      tests.push(observation.test);
      if (running?.name === observation.test.name) running = undefined;
    }
    if (observation.kind === 'trouble') troubles.push(observation.trouble);
    if (observation.kind === 'ended') ending = observation.ending;
  }
  const passed = new Set(tests.filter(({ outcome }) => outcome === 'passed').map(toKey));
  const missing = parts.flatMap(({ stage, expected = [] }) =>
    expected.map((name) => ({ name, stage })).filter((test) => !passed.has(toKey(test))),
  );
  return { parts, tests, troubles, ending, missing, ...(running && { running }) };
}

function verdictOf({ parts, tests, troubles, missing, ending }: Evidence): Verdict {
  switch (ending.how) {
    case 'cancelled':
    case 'environment':
      return ending.how;
    case 'time':
      return 'timeout';
    case 'memory':
      return 'out-of-memory';
    case 'output':
      return 'output-limit';
    case 'exit':
      return troubles.some(({ kind }) => kind === 'compile') ? 'compile-error' : 'crashed';
    case 'done':
      if (troubles.some(({ kind }) => kind === 'compile')) return 'compile-error';
      if (troubles.length > 0 || tests.some(({ outcome }) => outcome === 'failed')) return 'failed';
      if (parts.some((part) => !part.expected && !hasPass(tests, part.stage)) || tests.length === 0) return 'no-tests';
      return missing.length > 0 ? 'failed' : 'passed';
  }
}

const hasPass = (tests: readonly TestResult[], stage: string) =>
  tests.some((test) => test.stage === stage && test.outcome === 'passed');

const toKey = ({ stage, name }: { stage: string; name: string }) => `${stage}\0${name}`;

/** The test that was cut off is a failed one too, so that whoever lists the tests shows where it happened. */
function withInterruptedTest({ running, tests, ending }: Evidence, summary: string): readonly TestResult[] {
  if (!running || ending.how === 'done' || ending.how === 'cancelled') return tests;
  const { name, stage } = running;
  return [...tests, { name, stage, outcome: 'failed', failure: { message: summary, stack: [] } }];
}

function decidingStage({ parts, tests, running, missing }: Evidence): string {
  const failed = tests.find(({ outcome }) => outcome === 'failed') ?? running ?? missing[0];
  return failed?.stage ?? parts.at(-1)?.stage ?? '';
}
