import assert from 'node:assert/strict';
import { countTests } from '../../../src/core/proof/testReport.ts';

describe('a test report', () => {
  it('counts each JUnit test once, however deep its suite lies', () => {
    const nested = `<?xml version="1.0"?>
      <testsuites tests="3" failures="1"><testsuite name="all" tests="3" failures="1">
        <testsuite name="inner" tests="2" failures="1">
          <testcase name="a"/><testcase name="b"><failure message="1 is not 2"/></testcase>
        </testsuite>
        <testcase name="c"/><testcase name="d"><skipped/></testcase>
      </testsuite></testsuites>`;
    assert.deepEqual(countTests(nested), { passed: 2, total: 3 });
  });

  it('believes the outermost suites where no test is named', () => {
    const summary = `<testsuites><testsuite tests="5" failures="1" errors="1" skipped="1">
      <testsuite tests="5" failures="1" errors="1" skipped="1"/></testsuite><testsuite tests="2"/></testsuites>`;
    assert.deepEqual(countTests(summary), { passed: 4, total: 6 });
  });

  it('takes no suite out of words, comments or a broken text', () => {
    for (const text of [
      '<html><!-- <testsuite tests="9"> --></html>',
      '<report><![CDATA[<testsuite tests="9">]]></report>',
      '<testsuite tests="9">',
      'a <testsuite tests="9"> in prose',
      `${'<testsuite>'.repeat(20_000)}`,
    ])
      assert.equal(countTests(text), undefined, text.slice(0, 40));
  });

  it('counts TAP and the JSON of Jest and Vitest', () => {
    assert.deepEqual(countTests('TAP version 13\nok 1 a\nnot ok 2 b\n'), { passed: 1, total: 2 });
    assert.deepEqual(countTests('{"numPassedTests": 3, "numTotalTests": 4}'), { passed: 3, total: 4 });
    assert.equal(countTests('nothing of the kind'), undefined);
  });
});
