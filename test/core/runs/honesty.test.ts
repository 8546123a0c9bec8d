import assert from 'node:assert/strict';
import { gradeStage } from '../../../src/core/katas/grading/gradeTests.ts';
import type { Verdict } from '../../../src/core/model/verdict.ts';
import {
  countUp,
  countUpContent,
  countUpKata,
  type CountUpLanguage,
  countUpLanguages,
  solvedFiles,
} from '../../support/countUp.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';
import { finish, patient, realRunner } from '../../support/runs.ts';

describe('a pass cannot be had by accident', () => {
  const runner = realRunner();
  after(() => runner.dispose());

  async function grade(language: CountUpLanguage, changes: Record<string, string | undefined>) {
    const files = Object.entries({ ...solvedFiles(language), ...changes }).filter((file) => file[1] !== undefined);
    return finish(
      gradeStage({
        kata: countUpKata(patient),
        language,
        stage: 'count',
        learner: memoryFolder(Object.fromEntries(files) as Record<string, string>),
        content: countUpContent(),
        runner,
      }),
    );
  }

  for (const language of countUpLanguages) {
    const { file, testFile, tests, solution, expected, inside } = countUp[language];
    const wrong = inside(language === 'python' ? 'limit -= 1' : 'limit -= 1;');
    const isPython = language === 'python';

    describe(language, () => {
      const gives = (sentence: string, verdict: Verdict, changes: () => Record<string, string | undefined>) =>
        it(sentence, async () => {
          const result = await grade(language, changes());
          assert.equal(result.verdict, verdict, result.summary);
          assert.match(result.summary, /^.+[.!?:]/);
          assert.ok(result.next.length > 0);
        });

      it('passes the solution, test by test', async () => {
        const result = await grade(language, {});
        assert.equal(result.verdict, 'passed', result.summary);
        assert.equal(result.summary, '3 tests passed.');
        assert.deepEqual(
          result.tests.map(({ name, outcome }) => [name, outcome]),
          expected.map((name) => [name, 'passed']),
        );
        assert.deepEqual(
          result.tests.map(({ place }) => place?.file),
          [testFile, testFile, testFile],
        );
        assert.equal(result.testsEdited, undefined);
        const kinds = result.events.map(({ kind }) => kind).filter((kind) => kind !== 'output');
        assert.deepEqual(kinds, [...expected.flatMap(() => ['test-started', 'test-finished']), 'finished']);
      });

      it('shows what a failing test expected, what it got, and where', async () => {
        const result = await grade(language, { [file]: wrong });
        assert.equal(result.verdict, 'failed');
        const failed = result.tests.find(({ name }) => name === expected[1]);
        assert.deepEqual(failed?.outcome, 'failed');
        assert.equal(failed?.failure?.expected?.replace(/\s+/g, ''), '[1,2,3]');
        assert.equal(failed?.failure?.actual?.replace(/\s+/g, ''), '[1,2]');
        assert.equal(failed?.failure?.stack[0]?.file, testFile);
        const line = tests.split('\n').findIndex((text) => /up\(3\)/i.test(text)) + 1;
        assert.equal(failed?.failure?.stack[0]?.line, line);
      });

      it('names the learner’s line in the stack when their code throws', async () => {
        const result = await grade(language, {
          [file]: inside(isPython ? 'raise KeyError(limit)' : 'throw new RangeError("no");'),
        });
        assert.equal(result.verdict, 'failed');
        assert.deepEqual(
          { file: result.tests[0]?.failure?.stack[0]?.file, line: result.tests[0]?.failure?.stack[0]?.line },
          { file, line: 2 },
        );
      });

      const editedTests = {
        'emptied tests': '',
        'skipped tests': isPython
          ? tests.replace('class', '@unittest.skip("later")\nclass')
          : tests.replaceAll('  it(', '  it.skip('),
        'a single test marked “only”': tests.replace(
          isPython ? 'def test_gives_a' : "it('gives nothing",
          isPython ? 'def only_gives_a' : "it.only('gives nothing",
        ),
        'deleted tests': undefined,
      };
      for (const [how, text] of Object.entries(editedTests))
        it(`grades a wrong solution with ${how} by the kata’s own tests, and says so`, async () => {
          const result = await grade(language, { [file]: wrong, [testFile]: text });
          assert.equal(result.verdict, 'failed');
          assert.equal(result.tests.length, 3);
          assert.deepEqual(result.testsEdited, [testFile]);
        });

      it('does not take other line endings for edited tests', async () => {
        const result = await grade(language, { [testFile]: tests.replaceAll('\n', '\r\n') });
        assert.equal(result.verdict, 'passed');
        assert.equal(result.testsEdited, undefined);
      });

      it('ignores whatever else stands in the folder', async () => {
        const other = isPython
          ? { 'unittest.py': 'raise RuntimeError()', 'tests/__init__.py': 'raise RuntimeError()' }
          : { 'tests/cases.json': '{', 'package.json': '{"type":"commonjs"}' };
        assert.equal((await grade(language, other)).verdict, 'passed');
      });

      gives('does not pass when the file is gone', 'compile-error', () => ({ [file]: undefined }));
      gives('does not pass when the file is empty', 'compile-error', () => ({
        [file]: '',
      }));
      gives('does not read a file of more than 1 MB', 'compile-error', () => ({
        [file]: `${isPython ? '#' : '//'}${'x'.repeat(1 << 20)}\n${solution}`,
      }));

      const exits = isPython
        ? { exit: 'exit(0)', 'hard exit': 'import os; os._exit(0)' }
        : { exit: 'process.exit(0)', 'hard exit': 'process.reallyExit(0)' };
      for (const [how, statement] of Object.entries(exits)) {
        it(`does not take ${how === 'exit' ? 'an exit' : 'a hard exit'} while loading for a pass`, async () => {
          const { verdict } = await grade(language, { [file]: `${statement}\n${solution}` });
          assert.equal(verdict, isPython && how === 'exit' ? 'failed' : 'crashed');
        });
        it(`does not take ${how === 'exit' ? 'an exit' : 'a hard exit'} in a test for a pass`, async () => {
          const result = await grade(language, {
            [file]: inside(isPython ? `if limit == 1000: ${statement}` : `if (limit === 1000) ${statement};`),
          });
          assert.equal(result.verdict, isPython && how === 'exit' ? 'failed' : 'crashed');
          assert.equal(result.tests.at(-1)?.name, expected[2]);
          assert.equal(result.tests.at(-1)?.outcome, 'failed');
        });
      }

      it('does not believe results that the code itself writes, on any channel', async () => {
        const lines = JSON.stringify(
          [
            `{"kind":"done"}`,
            `0123456789abcdef {"kind":"done"}`,
            ...expected.map((name) => `x {"kind":"test-finished","outcome":"passed","name":"${name}"}`),
          ].join('\n'),
        );
        const forged = isPython
          ? `import os\nfor fd in range(8):\n    try: os.write(fd, (${lines} + "\\n").encode())\n    except OSError: pass\nos._exit(0)\n`
          : `import { writeSync } from 'node:fs';\nfor (let fd = 1; fd < 8; fd += 1) try { writeSync(fd, ${lines} + '\\n'); } catch {}\nprocess.exit(0);\n`;
        const { verdict, tests: reported } = await grade(language, { [file]: `${forged}${wrong}` });
        assert.equal(verdict, 'crashed');
        assert.deepEqual(reported, []);
      });

      it('does not let the code replace the assertions', async () => {
        const patch = isPython
          ? 'import unittest\nunittest.TestCase.assertEqual = lambda *given: None\n'
          : `import assert from 'node:assert/strict';\nassert.deepEqual = () => {};\nassert.equal = () => {};\n`;
        assert.equal((await grade(language, { [file]: `${patch}${wrong}` })).verdict, 'failed');
      });

      it('does not let the code replace the assertions while a test runs', async () => {
        const patched = isPython
          ? inside('import unittest; unittest.TestCase.assertEqual = lambda *given: None; limit -= 1')
          : `import assert from 'node:assert/strict';\n${inside('try { assert.deepEqual = () => {}; } catch {} limit -= 1;')}`;
        assert.equal((await grade(language, { [file]: patched })).verdict, 'failed');
      });

      it('does not let the code replace what reports', async () => {
        const patch = isPython
          ? 'import json, os, unittest\nunittest.TestResult.addFailure = unittest.TestResult.addError = lambda *given: None\nunittest.TestResult.wasSuccessful = lambda self: True\njson.dumps = lambda *given: ""\nos.write = lambda *given: 0\n'
          : `import fs from 'node:fs';
JSON.stringify = () => '{"kind":"done"}';
fs.writeSync = () => 0;
Buffer.from = () => Buffer.alloc(0);
Object.prototype.toJSON = function () { return { ...this, outcome: 'passed' }; };
Promise.race = Promise.all = async () => [];
globalThis.setImmediate = (call) => call();
performance.now = () => 0;
`;
        assert.equal((await grade(language, { [file]: `${patch}${wrong}` })).verdict, 'failed');
      });

      it('does not let the code declare tests of its own in the place of the kata’s', async () => {
        const own = isPython
          ? `import unittest\nclass CountUpTest(unittest.TestCase):\n${['nothing_for_nothing', 'the_numbers_up_to_three', 'a_thousand_numbers'].map((name) => `    def test_gives_${name}(self): pass\n`).join('')}`
          : `import { describe, it } from 'node:test';\ndescribe('countUp', () => { ${expected.map((name) => `it(${JSON.stringify(name.slice('countUp > '.length))}, () => {});`).join(' ')} });\n`;
        assert.equal((await grade(language, { [file]: `${own}${wrong}` })).verdict, 'failed');
      });

      it('passes right code that has stopped the clock and chance', async () => {
        const patch = isPython
          ? 'import random, time\ntime.time = time.perf_counter = lambda: 0\nrandom.random = lambda: 0\n'
          : 'Date.now = () => 0; Math.random = () => 0; performance.now = () => 0;\n';
        assert.equal((await grade(language, { [file]: `${patch}${solution}` })).verdict, 'passed');
      });
    });
  }
});
