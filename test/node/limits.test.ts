import assert from 'node:assert/strict';
import type { Limits } from '../../src/core/model/kata.ts';
import { gradeStage } from '../../src/core/katas/grading/gradeTests.ts';
import { countUp, countUpContent, countUpKata, type CountUpLanguage, solvedFiles } from '../support/countUp.ts';
import { memoryFolder } from '../support/memoryFolder.ts';
import { createTestRunner } from '../../src/node/testRunner.ts';
import { dist, finish, impatient, patient, realRunner } from '../support/runs.ts';

describe('code that goes wrong in its own way', () => {
  const runner = realRunner();
  after(() => runner.dispose());

  async function grade(language: CountUpLanguage, code: string, limits: Partial<Limits> = patient) {
    const learner = memoryFolder({ ...solvedFiles(language), [countUp[language].file]: code });
    const content = countUpContent();
    return finish(gradeStage({ kata: countUpKata(limits), language, stage: 'count', learner, content, runner }));
  }

  describe('typescript', () => {
    const { file, solution, expected, inside } = countUp.typescript;
    const grades = (code: string, limits?: Partial<Limits>) => grade('typescript', code, limits);

    for (const [what, statement] of Object.entries({
      'an endless loop': 'if (limit === 3) for (;;);',
      'an endless chain of promises': 'if (limit === 3) (async () => { for (;;) await null; })();',
      'an endless regular expression': "if (limit === 3) /^(a+)+$/.test('a'.repeat(64) + 'b');",
    }))
      it(`stops ${what} and names the test`, async () => {
        const result = await grades(inside(statement), impatient);
        assert.equal(result.verdict, 'timeout');
        // The endless chain lets its own test end and keeps the next turn of the loop from coming.
        assert.ok(result.summary.startsWith(`“${expected[1]}” took longer than 0.7 s`), result.summary);
        assert.deepEqual(result.tests.at(-1)?.outcome, 'failed');
        assert.equal(result.tests[0]?.outcome, 'passed');
      });

    it('stops an endless loop while loading', async () => {
      const result = await grades(`for (;;);\n${solution}`, impatient);
      assert.equal(result.verdict, 'timeout');
      assert.match(result.summary, /^Loading the code took longer than 0.7 s/);
    });

    it('stops a run that is too long as a whole, whatever its tests take', async () => {
      const result = await grades(inside('if (limit === 3) for (;;);'), { testMs: 60_000, totalMs: 900 });
      assert.equal(result.verdict, 'timeout');
      assert.match(result.summary, /longer than 0.9 s in all/);
    });

    it('gives a test as many times its limit as the person asked for', async () => {
      const patiently = createTestRunner({ dist, patience: () => 3 });
      const learner = memoryFolder({ ...solvedFiles('typescript'), [file]: inside('if (limit === 3) for (;;);') });
      const [content, kata] = [countUpContent(), countUpKata({ testMs: 300, totalMs: 60_000 })];
      const run = { kata, language: 'typescript', stage: 'count', learner, content, runner: patiently };
      const { summary } = await finish(gradeStage(run));
      patiently.dispose();
      assert.match(summary, /took longer than 0.9 s/);
    });

    it('says that a test waits for ever, without waiting', async () => {
      const result = await grades(
        'export const countUp = async (limit: number) => { await new Promise(() => {}); return [limit]; };',
      );
      assert.equal(result.verdict, 'failed');
    });

    it('stops a heap that only grows', async () => {
      const result = await grades(
        inside('if (limit === 3) { const all: unknown[] = []; for (;;) all.push(new Array(1000).fill(1.5)); }'),
        {
          ...patient,
          memoryMb: 64,
        },
      );
      assert.equal(result.verdict, 'out-of-memory', result.summary);
      assert.equal(result.summary, `“${expected[1]}” needed more memory than the 64 MB it may have.`);
    });

    it('stops memory outside the heap that only grows', async () => {
      const result = await grades(
        inside('if (limit === 3) { const all: unknown[] = []; for (;;) all.push(Buffer.alloc(8 << 20, 1)); }'),
        {
          ...patient,
          memoryMb: 64,
        },
      );
      assert.equal(result.verdict, 'out-of-memory', result.summary);
    });

    it('stops endless printing', async () => {
      const result = await grades(inside("if (limit === 3) for (;;) console.log('x'.repeat(1000));"));
      assert.equal(result.verdict, 'output-limit');
      const printed = result.events.flatMap((event) => (event.kind === 'output' ? event.text : []));
      assert.ok(printed.join('').length <= 256 * 1024);
    });

    it('passes right code that prints two megabytes, and keeps the first of them', async () => {
      const result = await grades(`console.log('start');\nconsole.log('x'.repeat(2_000_000));\n${solution}`);
      assert.equal(result.verdict, 'passed');
      const printed = result.events.flatMap((event) => (event.kind === 'output' ? event.text : [])).join('');
      assert.ok(printed.startsWith('start\n') && printed.length > 200_000 && printed.length <= 256 * 1024);
    });

    it('passes on what was printed before the verdict', async () => {
      const result = await grades(inside('console.log(`counting to ${limit}`);'));
      const printed = result.events.flatMap((event) => (event.kind === 'output' ? event.text : [])).join('');
      assert.equal(printed, 'counting to 0\ncounting to 3\ncounting to 1000\n');
    });

    it('takes a deep recursion for an ordinary failure', async () => {
      const result = await grades(inside('if (limit === 3) { const deep = (): number => 1 + deep(); deep(); }'));
      assert.equal(result.verdict, 'failed');
      assert.match(result.tests[1]?.failure?.message ?? '', /Maximum call stack size exceeded/);
      assert.equal(result.tests[2]?.outcome, 'passed');
    });

    it('says that the process was aborted, and during which test', async () => {
      const result = await grades(inside('if (limit === 3) process.abort();'));
      assert.equal(result.verdict, 'crashed');
      assert.ok(result.summary.includes(`during “${expected[1]}”`), result.summary);
    });

    it('blames a rejection that nobody awaits on the test that caused it', async () => {
      const result = await grades(inside("if (limit === 3) void Promise.reject(new Error('lost'));"));
      assert.deepEqual(
        result.tests.map(({ outcome }) => outcome),
        ['passed', 'failed', 'passed'],
      );
      assert.equal(result.tests[1]?.failure?.message, 'lost');
    });

    it('fails a run in which a timer throws after its test is over', async () => {
      const result = await grades(inside("if (limit === 1000) setTimeout(() => { throw new Error('late'); }, 1);"));
      assert.equal(result.verdict, 'failed');
      assert.match(JSON.stringify(result), /late/);
    });

    it('does not wait for a timer that goes on for ever', async () => {
      assert.equal((await grades(`setInterval(() => {}, 1000);\n${solution}`)).verdict, 'passed');
    });

    it('runs enums and parameter properties', async () => {
      const code = `enum Step { One = 1 }\nexport class Start { constructor(private readonly at: number = Step.One) {} get() { return this.at; } }\n${solution}`;
      assert.equal((await grades(code.replace('let next = 1', 'let next = new Start().get()'))).verdict, 'passed');
    });

    it('keeps lines where types were taken out', async () => {
      const code = `interface Wide {\n  a: number;\n}\nenum Step {\n  One,\n}\n${inside("if (limit === 3) throw new Error('here');")}`;
      assert.equal((await grades(code)).tests[1]?.failure?.stack[0]?.line, 8);
    });

    it('shows a syntax error at its place', async () => {
      const result = await grades(solution.replace('const numbers', 'const const'));
      assert.equal(result.verdict, 'compile-error');
      assert.deepEqual([result.places[0]?.file, result.places[0]?.line], [file, 3]);
      assert.ok(result.summary.startsWith(`${file}, line 3: `), result.summary);
    });

    it('shows a missing export by its name', async () => {
      const result = await grades(solution.replace('countUp', 'countDown'));
      assert.equal(result.verdict, 'compile-error');
      assert.equal(result.summary, 'count-up.ts, line 1: count-up.ts does not export “countUp”.');
    });

    for (const [what, specifier] of [
      ['package', 'lodash'],
      ['file', './helper.ts'],
      ['file outside', '../../secret.ts'],
    ] as const)
      it(`shows the import of a missing ${what} at its line`, async () => {
        const result = await grades(`\nimport * as other from '${specifier}';\n${solution}\nconsole.log(other);`);
        assert.equal(result.verdict, 'compile-error');
        assert.deepEqual(result.places[0] && { file: result.places[0].file, line: result.places[0].line }, {
          file,
          line: 2,
        });
        assert.ok(result.summary.includes(`“${specifier}”`), result.summary);
      });

    it('fails code that throws while it is loaded, at its line', async () => {
      const result = await grades(`${solution}\nthrow new TypeError('no');`);
      assert.equal(result.verdict, 'failed');
      assert.equal(result.summary, 'count-up.ts, line 8: TypeError: no.');
    });
  });

  describe('javascript', () => {
    const { file, solution } = countUp.javascript;

    it('shows a syntax error at its place', async () => {
      const result = await grade('javascript', solution.replace('return numbers;', 'return return;'));
      assert.equal(result.verdict, 'compile-error');
      assert.deepEqual([result.places[0]?.file, result.places[0]?.line, result.places[0]?.column], [file, 5, 10]);
    });
  });

  describe('python', () => {
    const { file, solution, expected, inside } = countUp.python;
    const grades = (code: string, limits?: Partial<Limits>) => grade('python', code, limits);
    const nested = (...lines: readonly string[]) =>
      inside(`if limit == 3:\n${lines.map((line) => `        ${line}`).join('\n')}`);

    it('stops an endless loop and names the test', async () => {
      const result = await grades(nested('while True: pass'), impatient);
      assert.equal(result.verdict, 'timeout');
      assert.ok(result.summary.startsWith(`“${expected[1]}” took longer than 0.7 s`), result.summary);
    });

    it('stops an endless loop while loading', async () => {
      assert.equal((await grades(`while True: pass\n`, impatient)).verdict, 'timeout');
    });

    it('stops a list that only grows', async () => {
      const result = await grades(nested('everything = []', 'while True: everything.append([1.5] * 10000)'), {
        ...patient,
        memoryMb: 64,
      });
      assert.equal(result.verdict, 'out-of-memory', result.summary);
    });

    it('stops endless printing', async () => {
      assert.equal((await grades(nested('while True: print("x" * 1000)'))).verdict, 'output-limit');
    });

    it('passes on what was printed before the verdict', async () => {
      const result = await grades(inside('print("counting to", limit)'));
      const printed = result.events.flatMap((event) => (event.kind === 'output' ? event.text : [])).join('');
      assert.equal(printed.replaceAll('\r', ''), 'counting to 0\ncounting to 3\ncounting to 1000\n');
    });

    it('takes a deep recursion for an ordinary failure', async () => {
      const result = await grades(nested('def deep(): return 1 + deep()', 'deep()'));
      assert.deepEqual(
        result.tests.map(({ outcome }) => outcome),
        ['passed', 'failed', 'passed'],
      );
    });

    it('says that the process was aborted, and during which test', async () => {
      const result = await grades(nested('import os', 'os.abort()'));
      assert.equal(result.verdict, 'crashed');
      assert.ok(result.summary.includes(`during “${expected[1]}”`), result.summary);
    });

    it('fails a run in which a timer throws', async () => {
      const result = await grades(inside('import threading; threading.Timer(0.001, lambda: 1 / 0).start()'));
      assert.equal(result.verdict, 'failed');
      assert.match(JSON.stringify(result), /ZeroDivisionError/);
    });

    it('shows a syntax error at its place', async () => {
      const result = await grades(solution.replace('return list(', 'return list((('));
      assert.equal(result.verdict, 'compile-error');
      assert.equal(result.places[0]?.file, file);
      assert.equal(result.places[0]?.line, 3);
    });

    it('shows a missing name and a missing module at their lines', async () => {
      const noName = await grades(solution.replace('count_up', 'count_down'));
      assert.equal(noName.verdict, 'compile-error');
      assert.match(noName.summary, /cannot import name 'count_up'/);
      const noModule = await grades(`import numpy\n${solution}`);
      assert.equal(noModule.verdict, 'compile-error');
      assert.equal(noModule.summary, "count_up.py, line 1: ModuleNotFoundError: No module named 'numpy'.");
    });

    it('fails code that throws while it is loaded, at its line', async () => {
      const result = await grades(`${solution}\nraise ValueError("no")`);
      assert.equal(result.verdict, 'failed');
      assert.equal(result.summary, 'count_up.py, line 5: ValueError: no.');
    });

    it('tells a failing subtest by its values', async () => {
      const tests = `import unittest\nfrom count_up import count_up\nclass Own(unittest.TestCase):\n    def test_all(self):\n        for limit in (0, 1, 2):\n            with self.subTest(limit=limit):\n                self.assertEqual(len(count_up(limit)), min(limit, 1))\n`;
      const result = await finish(
        runner.run({
          language: 'python',
          files: { [file]: solution, 'tests/test_own.py': tests },
          tests: [{ stage: 's', file: 'tests/test_own.py' }],
          limits: patient,
        }),
      );
      assert.equal(result.tests[0]?.failure?.message, '(limit=2): Expected 1, got 2.');
    });
  });
});
