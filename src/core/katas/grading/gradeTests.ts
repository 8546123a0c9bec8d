import { readTests, requireStage, requireTrack, trackStage } from '../content.ts';
import type { Kata, Stage, Track } from '../../model/kata.ts';
import type { RunEvent, RunResult } from '../../runs/event.ts';
import { gradeLearnerTests } from './gradeLearnerTests.ts';
import type { GradeRequest } from './gradeRequest.ts';
import { findEditedTests, readLearnerFiles } from './learnerFiles.ts';
import type { TestPart } from '../../runs/runner.ts';

/**
 * Runs the tests of a stage, and those of the stages before it, against the learner's files. The tests are the kata's
 * own, laid over the learner's files last: what stands in the workspace's `tests/` is compared, never run.
 *
 * For a stage in which the learner writes the tests, those are graded instead.
 */
export async function* gradeStage(request: GradeRequest): AsyncIterable<RunEvent> {
  const { kata, language, learner, content, runner, signal } = request;
  const track = requireTrack(kata, language);
  const stage = requireStage(kata, request.stage);
  const tests = await readTests(kata, language, content);
  const found = await readLearnerFiles(track.files, learner);
  if ('trouble' in found) {
    yield { kind: 'finished', result: { ...found.trouble, tests: [], stage: stage.id, durationMs: 0 } };
    return;
  }
  const parts = toParts(kata, track, stage);
  const visible = Object.fromEntries(Object.entries(tests).filter(([name]) => parts.some(({ file }) => file === name)));
  const edited = findEditedTests(visible, learner);
  const events =
    stage.kind === 'characterize' || stage.kind === 'write-tests'
      ? gradeLearnerTests({ ...request, learnerFiles: found.files })
      : runner.run(
          {
            language,
            files: { ...found.files, ...tests },
            tests: parts,
            ...(kata.manifest.limits && { limits: kata.manifest.limits }),
            ...(request.coverage && { coverage: track.files }),
          },
          signal,
        );
  for await (const event of events)
    yield event.kind === 'finished' ? { kind: 'finished', result: withEdited(event.result, await edited) } : event;
}

function withEdited(result: RunResult, testsEdited: readonly string[]): RunResult {
  return testsEdited.length > 0 ? { ...result, testsEdited } : result;
}

/** The test files of a stage and of every stage before it that it does not replace, in order. */
export function toParts(kata: Kata, track: Track, stage: Stage): readonly TestPart[] {
  const { stages } = kata.manifest;
  const upToHere = stages.slice(0, stages.indexOf(stage) + 1);
  const replaced = new Set(upToHere.flatMap((each) => each.replaces ?? []));
  return upToHere.flatMap((each) => {
    const { tests } = trackStage(track, each);
    return tests && !replaced.has(each.id)
      ? [{ stage: each.id, file: `tests/${tests.file}`, expected: tests.expected }]
      : [];
  });
}
