import assert from 'node:assert/strict';
import { finish, patient, realRunner } from '../../support/runs.ts';

describe('rust, the proof that a language is one file', () => {
  const runner = realRunner();
  before(async function () {
    const reports = await runner.inspectToolchains();
    if (!reports.find(({ id }) => id === 'cargo')?.isFound) this.skip();
  });
  after(() => runner.dispose());

  const solution = 'pub fn count_up(limit: u32) -> Vec<u32> {\n    (1..=limit).collect()\n}\n';
  const tests = `use kata::count_up;

#[test]
fn gives_nothing_for_nothing() {
    assert!(count_up(0).is_empty());
}

mod numbers {
    #[test]
    fn go_up_to_three() {
        assert_eq!(super::count_up(3), vec![1, 2, 3]);
    }
}
`;
  const expected = ['gives_nothing_for_nothing', 'numbers > go_up_to_three'];
  const run = (code: string, limits: object = patient) =>
    finish(
      runner.run({
        language: 'rust',
        files: { 'src/lib.rs': code, 'tests/count.rs': tests },
        tests: [{ stage: 'count', file: 'tests/count.rs', expected }],
        limits,
      }),
    );

  it('passes the solution', async () => {
    const result = await run(solution);
    assert.equal(result.verdict, 'passed', result.summary);
    assert.deepEqual(
      result.tests.map(({ name }) => name),
      expected,
    );
  });

  it('shows what a failing test expected and where', async () => {
    const result = await run(solution.replace('1..=limit', '1..limit'));
    assert.equal(result.verdict, 'failed', result.summary);
    const { failure } = result.tests.find(({ outcome }) => outcome === 'failed')!;
    assert.deepEqual(failure, {
      message: 'Expected [1, 2, 3], got [1, 2].',
      expected: '[1, 2, 3]',
      actual: '[1, 2]',
      stack: [{ file: 'tests/count.rs', line: 11, column: 9 }],
    });
  });

  it('shows what the compiler refuses at its place', async () => {
    const result = await run(solution.replace('Vec<u32>', 'Vec<u8>'));
    assert.equal(result.verdict, 'compile-error', result.summary);
    assert.deepEqual([result.places[0]?.file, result.places[0]?.line], ['src/lib.rs', 2]);
  });

  it('names the test in which the code hangs, and does not take an exit for a pass', async () => {
    const hangs = await run(solution.replace('    (', '    while limit == 3 {}\n    ('), {
      testMs: 1000,
      totalMs: 60_000,
    });
    assert.equal(hangs.verdict, 'timeout', hangs.summary);
    assert.match(hangs.summary, /“numbers > go_up_to_three”/);
    const exits = await run(solution.replace('    (', '    if limit == 3 { std::process::exit(0) }\n    ('));
    assert.equal(exits.verdict, 'crashed', exits.summary);
  });
});
