import assert from 'node:assert/strict';
import { finish, patient, realRunner } from '../../support/runs.ts';

const source = `import asyncio
import unittest


class HooksTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.order = ["class"]

    def setUp(self):
        self.order.append("set up")
        self.addCleanup(self.order.append, "cleaned up")

    def tearDown(self):
        self.order.append("tear down")

    def test_z_comes_first_because_it_is_written_first(self):
        self.assertEqual(self.order, ["class", "set up"])

    def test_a_comes_second(self):
        self.assertEqual(self.order[2:4], ["tear down", "cleaned up"])


class OutcomesTest(unittest.TestCase):
    def test_fails(self):
        self.assertEqual(1, 2)

    def test_raises(self):
        raise RuntimeError("no")

    @unittest.skip("later")
    def test_is_skipped(self):
        raise RuntimeError("no")

    def test_skips_itself(self):
        self.skipTest("later")

    @unittest.expectedFailure
    def test_is_expected_to_fail(self):
        self.assertEqual(1, 2)

    @unittest.expectedFailure
    def test_is_expected_to_fail_and_does_not(self):
        pass

    def test_fails_in_one_of_its_cases(self):
        for number in (1, 2, 3):
            with self.subTest(number=number):
                self.assertNotEqual(number, 2)

    def test_exits(self):
        raise SystemExit(0)


class AsyncTest(unittest.IsolatedAsyncioTestCase):
    async def test_awaits(self):
        await asyncio.sleep(0)


class BrokenTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("no")

    def test_never_runs(self):
        pass
`;

describe('the harness behind unittest', () => {
  const runner = realRunner();
  after(() => runner.dispose());
  const run = (text: string, more: object = {}) =>
    finish(
      runner.run({
        language: 'python',
        files: { 'tests/test_all.py': text },
        tests: [{ stage: 's', file: 'tests/test_all.py' }],
        limits: patient,
        ...more,
      }),
    );

  it('runs test cases as unittest does, in the order in which they are written', async () => {
    const result = await run(source);
    assert.deepEqual(
      result.tests.map(({ name, outcome }) => [name, outcome]),
      [
        ['HooksTest > test_z_comes_first_because_it_is_written_first', 'passed'],
        ['HooksTest > test_a_comes_second', 'passed'],
        ['OutcomesTest > test_fails', 'failed'],
        ['OutcomesTest > test_raises', 'failed'],
        ['OutcomesTest > test_is_skipped', 'skipped'],
        ['OutcomesTest > test_skips_itself', 'skipped'],
        ['OutcomesTest > test_is_expected_to_fail', 'skipped'],
        ['OutcomesTest > test_is_expected_to_fail_and_does_not', 'failed'],
        ['OutcomesTest > test_fails_in_one_of_its_cases', 'failed'],
        ['OutcomesTest > test_exits', 'failed'],
        ['AsyncTest > test_awaits', 'passed'],
      ],
    );
    assert.equal(result.verdict, 'failed');
  });

  it('does not pass a case whose class cannot be set up', async () => {
    const broken = source.slice(source.indexOf('class BrokenTest'));
    const result = await run(`import unittest\n${broken}`);
    assert.equal(result.verdict, 'failed');
    assert.match(result.summary, /tests\/test_all\.py, line 5: RuntimeError: no\./);
  });

  it('shows the values of the comparing assertions, in the learner’s order', async () => {
    const text = `import unittest\nclass Own(unittest.TestCase):\n    def test_dict(self): self.assertEqual({"a": 1}, {"a": 2})\n    def test_text(self): self.assertEqual("got", "wanted")\n    def test_words(self): self.assertEqual(1, 2, "one is not two")\n    def test_true(self): self.assertTrue(1 > 2, "one is more than two")\n`;
    const { tests } = await run(text);
    assert.deepEqual(
      tests.map(({ failure }) => [failure?.actual, failure?.expected]),
      [
        ["{'a': 1}", "{'a': 2}"],
        ['got', 'wanted'],
        ['1', '2'],
        [undefined, undefined],
      ],
    );
    assert.equal(tests[2]?.failure?.message, 'one is not two');
    assert.match(tests[3]?.failure?.message ?? '', /one is more than two/);
  });

  it('runs tests in another order for another seed, and in the same one for the same', async () => {
    const text = `import unittest\nclass Own(unittest.TestCase):\n${Array.from({ length: 12 }, (_item, index) => `    def test_${index}(self): pass`).join('\n')}\n`;
    const order = async (shuffle: number) => (await run(text, { shuffle })).tests.map(({ name }) => name).join();
    assert.equal(await order(1), await order(1));
    assert.notEqual(await order(1), await order(2));
  });
});
