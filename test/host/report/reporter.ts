import { recordMark, type TestRecord } from './records.ts';

interface MochaTest {
  readonly duration?: number;
  titlePath(): string[];
}

interface MochaRunner {
  on(event: 'pass' | 'pending', listener: (test: MochaTest) => void): MochaRunner;
  on(event: 'fail', listener: (test: MochaTest, error: unknown) => void): MochaRunner;
  on(event: 'end', listener: () => void): MochaRunner;
}

/** A mocha reporter that turns a run into records. It knows no file and no console, so it runs in every host. */
export function recordsReporter(write: (line: string) => void) {
  return class RecordsReporter {
    constructor(runner: MochaRunner) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      const tell = (record: TestRecord) => write(recordMark + JSON.stringify(record));
      const titleOf = (test: MochaTest) => test.titlePath().join(' › ');
      runner.on('pass', (test) => {
        counts.passed++;
        tell({ kind: 'pass', title: titleOf(test), milliseconds: test.duration ?? 0 });
      });
      runner.on('fail', (test, error) => {
        counts.failed++;
        tell({ kind: 'fail', title: titleOf(test), ...describeError(error) });
      });
      runner.on('pending', (test) => {
        counts.skipped++;
        tell({ kind: 'skip', title: titleOf(test) });
      });
      runner.on('end', () => tell({ kind: 'end', ...counts }));
    }
  };
}

function describeError(error: unknown): { message: string; stack: string } {
  if (!(error instanceof Error)) return { message: String(error), stack: '' };
  return { message: error.message + difference(error), stack: error.stack ?? '' };
}

/** Expected and actual, where the assertion's own message does not show them. */
function difference(error: Error & { expected?: unknown; actual?: unknown; generatedMessage?: boolean }): string {
  if (error.generatedMessage !== false || !('expected' in error)) return '';
  const show = (value: unknown) => JSON.stringify(value, null, 2)?.slice(0, 4000) ?? String(value);
  return `\n  expected: ${show(error.expected)}\n  actual:   ${show(error.actual)}`;
}
