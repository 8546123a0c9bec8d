import type { Counts, TestRecord } from './records.ts';

export interface HostResult extends Counts {
  readonly host: string;
  readonly seconds: number;
}

/** Collects the records of one host and prints what a person wants to see while it runs: failures whole, the rest counted. */
export class HostReport {
  private passed = 0;
  private failed = 0;
  private skipped = 0;
  private readonly started = performance.now();

  constructor(
    readonly host: string,
    private readonly print: (text: string) => void = console.log,
  ) {}

  add(record: TestRecord): void {
    switch (record.kind) {
      case 'pass':
        this.passed++;
        // Where tests are few and slow, each one shows that the run is alive.
        if (process.env.KATAPATH_VERBOSE || record.milliseconds >= 2000)
          this.print(`  ok   ${record.title} (${Math.round(record.milliseconds)} ms)`);
        return;
      case 'skip':
        this.skipped++;
        this.print(`  skip ${record.title}`);
        return;
      case 'fail':
        this.addFailure(record.title, `${record.message}\n${shortenStack(record.stack, record.message)}`);
        return;
      case 'end':
        return;
    }
  }

  /** A failure that is not a test's: a host that died, a launch that hung, a suite without a test. */
  addFailure(title: string, details: string): void {
    this.failed++;
    this.print(`  FAIL ${title}\n${indent(details.trimEnd())}\n`);
  }

  finish(): HostResult {
    const { host, passed, failed, skipped } = this;
    if (passed + failed + skipped === 0) {
      this.addFailure(`${host} ran no test`, 'A host without a test proves nothing.');
      return this.finish();
    }
    const result = { host, passed, failed, skipped, seconds: (performance.now() - this.started) / 1000 };
    this.print(`${host}: ${toCounts(result)} (${result.seconds.toFixed(1)} s)`);
    return result;
  }
}

const indent = (text: string) => text.replace(/^/gm, '       ');

/** The frames of the test itself: no message again, no runner. */
function shortenStack(stack: string, message: string): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line) && !/node_modules|node:internal/.test(line));
  return frames.slice(0, 6).join('\n') || (stack.includes(message) ? '' : stack);
}

const toCounts = ({ passed, failed, skipped }: Counts) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;

/** The closing table; its last line is the sum and nothing else. */
export function formatTable(results: readonly HostResult[]): string {
  const rows = results.map((it) => [
    it.host,
    `${it.passed}`,
    `${it.failed}`,
    `${it.skipped}`,
    `${it.seconds.toFixed(1)} s`,
  ]);
  const head = ['host', 'passed', 'failed', 'skipped', 'time'];
  const widths = head.map((word, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]!.length), word.length),
  );
  const lines = [head, ...rows].map((row) =>
    row.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('   '),
  );
  const sum = (key: keyof Counts) => results.reduce((total, it) => total + it[key], 0);
  return [...lines, '', toCounts({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') })].join('\n');
}
