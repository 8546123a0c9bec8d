import type { SourcePlace, TestFailure, TestResult } from './event.ts';
import type { Observation } from './observation.ts';

/**
 * Reads what Rust's test harness prints with `--test-threads=1`: each test's name before it runs, its outcome after it,
 * and what the failed ones said at the end. A failed test is reported when that is known.
 *
 * What the code under test writes to standard output directly stands among these lines, so code that means to deceive
 * can; by accident it does not happen.
 */
export class LibtestReport {
  private rest = '';
  private running: string | undefined;
  private readonly failed: string[] = [];
  /** The failed test whose words are being read, and those words. */
  private telling: { readonly name: string; readonly lines: string[] } | undefined;
  private readonly told = new Map<string, TestFailure>();

  constructor(private readonly stage: string) {}

  read(text: string): Observation[] {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop()!;
    const observations = lines.flatMap((line) => this.readLine(line));
    return [...observations, ...this.start(this.rest)];
  }

  private readLine(line: string): Observation[] {
    if (line.startsWith('test result: ')) return [...this.finishFailed(), { kind: 'ended', ending: { how: 'done' } }];
    const heading = /^---- (.+) stdout ----$/.exec(line)?.[1];
    if (heading || line === 'failures:') {
      this.finishTelling();
      this.telling = heading ? { name: heading, lines: [] } : undefined;
      return [];
    }
    if (this.telling) {
      this.telling.lines.push(line);
      return [];
    }
    const started = this.start(line);
    const outcome = /\.\.\. (ok|FAILED|ignored)\b/.exec(line)?.[1];
    const name = this.running;
    if (!outcome || name === undefined) return started;
    this.running = undefined;
    if (outcome === 'FAILED') this.failed.push(name);
    else started.push(this.finished(name, { outcome: outcome === 'ok' ? 'passed' : 'skipped' }));
    return started;
  }

  private start(line: string): Observation[] {
    const name = /^test (.+?)(?: - should panic)? \.\.\. /.exec(line)?.[1];
    if (name === undefined || this.running !== undefined) return [];
    this.running = name;
    return [{ kind: 'test-started', stage: this.stage, name: toFullName(name) }];
  }

  private finishTelling(): void {
    if (this.telling) this.told.set(this.telling.name, toFailure(this.telling.lines));
  }

  private finishFailed(): Observation[] {
    this.finishTelling();
    return this.failed.map((name) =>
      this.finished(name, {
        outcome: 'failed',
        failure: this.told.get(name) ?? { message: 'The test failed.', stack: [] },
      }),
    );
  }

  private finished(name: string, rest: Pick<TestResult, 'outcome' | 'failure'>): Observation {
    return { kind: 'test-finished', test: { name: toFullName(name), stage: this.stage, ...rest } };
  }
}

const toFullName = (path: string) => path.replaceAll('::', ' > ');

/** From `thread '…' panicked at tests/count.rs:4:34:`, the message below it, and the two values of `assert_eq!`. */
function toFailure(lines: readonly string[]): TestFailure {
  const text = lines.join('\n');
  const [, file, line, column] = /panicked at (\S+):(\d+):(\d+):/.exec(text) ?? [];
  const stack: SourcePlace[] = file ? [{ file, line: Number(line), column: Number(column) }] : [];
  const words = text
    .replace(/^[\s\S]*?panicked at .*\n/, '')
    .replace(/\nnote: run with[\s\S]*$/, '')
    .trim();
  const [, message, actual, expected] = /^([\s\S]*?)\n {2}left: (.*)\n right: (.*)$/.exec(words) ?? [];
  if (message === undefined) return { message: words || 'The test failed.', stack };
  const own = /^assertion .* failed: ([\s\S]*)$/.exec(message)?.[1];
  return { message: own ?? `Expected ${expected}, got ${actual}.`, expected: expected!, actual: actual!, stack };
}
