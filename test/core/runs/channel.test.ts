import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readChannelLine } from '../../../src/core/runs/channel.ts';
import { LibtestReport } from '../../../src/core/runs/libtestReport.ts';
import { createStream } from '../../../src/core/runs/stream.ts';

describe('what comes from a process', () => {
  it('is heard only with the secret of the run', () => {
    const message = '{"kind":"test-finished","name":"a","stage":"s","outcome":"passed"}';
    assert.equal(readChannelLine(message, 'secret', 1), undefined);
    assert.equal(readChannelLine(`guess ${message}`, 'secret', 1), undefined);
    assert.equal(readChannelLine(`secret ${message}`, 'secret', 1)?.kind, 'test-finished');
  });

  it('never counts as a pass when its outcome is unknown', () => {
    const line = 'secret {"kind":"test-finished","name":"a","stage":"s","outcome":"PASSED"}';
    const heard = readChannelLine(line, 'secret', 1);
    assert.ok(heard?.kind === 'test-finished' && heard.test.outcome === 'failed');
  });

  it('may be anything without doing harm', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const heard = readChannelLine(`secret ${text}`, 'secret', 1);
        assert.ok(heard === undefined || typeof heard.kind === 'string');
      }),
    );
  });

  it('is delivered in order and to the end, also what came before anyone listened', async () => {
    const stream = createStream<number>();
    stream.push(1);
    setTimeout(() => {
      stream.push(2);
      stream.push(3);
      stream.close();
      stream.push(4);
    }, 1);
    const seen: number[] = [];
    for await (const value of stream) seen.push(value);
    assert.deepEqual(seen, [1, 2, 3]);
  });

  it('stops when nobody listens any more', async () => {
    let isAbandoned = false;
    const stream = createStream<number>(() => (isAbandoned = true));
    stream.push(1);
    for await (const value of stream) if (value === 1) break;
    assert.ok(isAbandoned);
  });
});

describe('what cargo test prints', () => {
  const printed = `
running 3 tests
test gives_nothing ... ok
test inner::three ... FAILED
test later ... ignored

failures:

---- inner::three stdout ----

thread 'inner::three' (8484) panicked at tests/count.rs:4:34:
assertion \`left == right\` failed: for 3
  left: [1, 2, 3]
 right: [1, 2, 4]
note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace


failures:
    inner::three

test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s
`;
  it('is understood in pieces of any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (size) => {
        const report = new LibtestReport('s');
        const seen = [];
        for (let at = 0; at < printed.length; at += size) seen.push(...report.read(printed.slice(at, at + size)));
        assert.deepEqual(
          seen.map((each) => (each.kind === 'test-finished' ? `${each.test.name}: ${each.test.outcome}` : each.kind)),
          [
            'test-started',
            'gives_nothing: passed',
            'test-started',
            'test-started',
            'later: skipped',
            'inner > three: failed',
            'ended',
          ],
        );
        const failed = seen.find((each) => each.kind === 'test-finished' && each.test.outcome === 'failed');
        assert.deepEqual(failed?.kind === 'test-finished' && failed.test.failure, {
          message: 'for 3',
          expected: '[1, 2, 4]',
          actual: '[1, 2, 3]',
          stack: [{ file: 'tests/count.rs', line: 4, column: 34 }],
        });
      }),
    );
  });
});
