import assert from 'node:assert/strict';
import { readRecords, recordMark } from '../report/records.ts';
import { formatTable, HostReport } from '../report/report.ts';

describe('The report of a test run', () => {
  const silent = () => undefined;

  it('ends with the sum and nothing else', () => {
    const one = { host: 'core', passed: 10, failed: 0, skipped: 0, seconds: 1 };
    assert.equal(formatTable([one]).split('\n').at(-1), '10 passed, 0 failed');
    const two = { host: 'ui', passed: 1, failed: 2, skipped: 3, seconds: 1 };
    assert.equal(formatTable([one, two]).split('\n').at(-1), '11 passed, 2 failed, 3 skipped');
  });

  it('fails a host that ran no test', () => {
    assert.equal(new HostReport('web', silent).finish().failed, 1);
  });

  it('shows a failure with its message and the place in the test', () => {
    const printed: string[] = [];
    const report = new HostReport('core', (text) => printed.push(text));
    const stack = 'Error: 1 is not 2\n    at sums (test/core/sum.test.ts:3:5)\n    at node:internal/process:1:1';
    report.add({ kind: 'fail', title: 'adds', message: '1 is not 2', stack });
    assert.match(printed.join('\n'), /FAIL adds\n.*1 is not 2\n.*sum\.test\.ts:3:5/);
    assert.doesNotMatch(printed.join('\n'), /node:internal/);
  });

  it('reads records among other lines, and skips one cut off by a crash', () => {
    const pass = recordMark + JSON.stringify({ kind: 'pass', title: 'a', milliseconds: 1 });
    const found = [...readRecords(`noise\n[info] ${pass}\n${recordMark}{"kind":"end","pas`)];
    assert.deepEqual(
      found.map((record) => record.kind),
      ['pass'],
    );
  });
});
