import { gradeDocument, openSheet } from '../../core/katas/writing/gradeDocument.ts';
import type { Observation } from '../../core/runs/observation.ts';
import type { TestJob } from '../../core/runs/runner.ts';
import type { Workshop } from '../workshop.ts';
import type { Toolchain } from '../toolchain.ts';

/**
 * Exercises in writing. A stage's test file is a sheet of checks, and the document is read, not run: there is no program
 * to find, no process to start and nothing to step through.
 */
export const markdown: Toolchain = { language: 'markdown', run };

async function* run(job: TestJob, { signal }: Workshop): AsyncIterable<Observation> {
  for (const { stage, file } of job.tests) {
    if (signal?.aborted) {
      yield { kind: 'ended', ending: { how: 'cancelled' } };
      return;
    }
    const sheet = openSheet(job.files[file] ?? '');
    if (typeof sheet === 'string') {
      yield { kind: 'trouble', trouble: { kind: 'load', message: sheet, place: { file, line: 1 } } };
      continue;
    }
    for (const test of gradeDocument(sheet, job.files[sheet.file] ?? '', stage)) {
      yield { kind: 'test-started', name: test.name, stage };
      yield { kind: 'test-finished', test };
    }
  }
  yield { kind: 'ended', ending: { how: 'done' } };
}
