import assert from 'node:assert/strict';
import { gradeStage } from '../../../../src/core/katas/grading/gradeStage.ts';
import { comparedWith } from '../../../../src/core/katas/growth/compareAnswers.ts';
import { reportGrowth } from '../../../../src/core/katas/growth/checkGrowth.ts';
import type { Kata } from '../../../../src/core/model/kata.ts';
import { memoryFolder } from '../../../support/memoryFolder.ts';
import { finish, realRunner } from '../../../support/runs.ts';
import { builtShelf } from '../../../support/shelf.ts';

const script = (top: string, inside: string) => `${top}
export function pairSum(numbers, target) {
  ${inside}
  let left = 0;
  let right = numbers.length - 1;
  while (left < right) {
    const sum = numbers[left] + numbers[right];
    if (sum === target) return [left, right];
    if (sum < target) left += 1;
    else right -= 1;
  }
  return null;
}
`;
const python = (top: string, inside: string) => `${top}
def pair_sum(numbers, target):
    ${inside}
    left, right = 0, len(numbers) - 1
    while left < right:
        total = numbers[left] + numbers[right]
        if total == target:
            return left, right
        if total < target:
            left += 1
        else:
            right -= 1
    return None
`;

describe('answers of code whose growth is counted', function () {
  this.timeout(300_000);
  const runner = realRunner();
  after(() => runner.dispose());
  let kata: Kata;
  before(async () => (kata = await builtShelf.open('two-pointers-pair-sum')));

  const grade = (language: 'typescript' | 'python', code: string) =>
    finish(
      gradeStage({
        kata,
        language,
        stage: 'growth',
        learner: memoryFolder({ [language === 'python' ? 'pair_sum.py' : 'pair-sum.ts']: code }),
        content: builtShelf.contentOf(kata.manifest.id),
        runner,
      }),
    );

  const tops = {
    'a table':
      'const squares = Array.from({ length: 10 }, (_, i) => i * i); for (const each of [...squares]) void each;',
    'an enum': 'enum Side { Left, Right }',
    'a static field': 'class Held { static readonly all = [1, 2].map((each) => each + 1); }',
    'a call that prints': 'console.log(pairSum([1, 3], 4));',
  };
  for (const [what, top] of Object.entries(tops))
    it(`counts a file in which ${what} stands outside of every function`, async () => {
      const result = await grade('typescript', script(top, ''));
      assert.equal(result.verdict, 'passed', result.summary);
    });

  for (const [language, giveUp, wrong] of [
    ['typescript', 'if (numbers.length > 600) return null;', 'if (numbers.length > 600) return [0, numbers.length];'],
    ['python', 'if len(numbers) > 600: return None', 'if len(numbers) > 600: return 0, len(numbers)'],
  ] as const) {
    const code = language === 'python' ? python : script;

    it(`does not pass ${language} that reads nothing of a large input`, async () => {
      const always = giveUp.replace('600', '100');
      const result = await grade(language, code('', always));
      assert.equal(result.verdict, 'failed', result.summary);
    });

    it(`does not pass ${language} that answers wrongly above a size, and says where`, async () => {
      const result = await grade(language, code('', wrong));
      assert.equal(result.verdict, 'failed', result.summary);
      assert.match(result.summary, /wrong at n = 1024 \(random input\): it should be null, and is \[0, 1024\]/);
    });
  }

  it('takes right answers for right, and so few steps for no reading', () => {
    const rows = (steps: (n: number) => number, answer: string) =>
      [128, 256, 512, 1024, 2048].map((n) => ({ n, order: 'random', steps: steps(n), over: false, answer }));
    const linear = rows((n) => 3 * n, '7');
    const bound = { label: 'O(n)', slope: 1.5 };
    const judge = (counts: typeof linear) => comparedWith(linear, counts, reportGrowth(counts, bound, 'typescript'));
    assert.equal(judge(linear).passed, true);
    assert.equal(judge(rows(() => 1, '7')).passed, false);
    assert.match(judge(rows(() => 1, '7')).summary, /went from 1 to 1: so few cannot have read the input/);
    assert.match(judge(rows((n) => 3 * n, '8')).summary, /should be 7, and is 8/);
  });

  it('asks for no more reading than the reference does', () => {
    const constant = [128, 256, 512, 1024].map((n) => ({ n, order: 'random', steps: 5, answer: '1' }));
    const report = reportGrowth(constant, { label: 'O(1)', slope: 0.3 }, 'typescript');
    assert.equal(comparedWith(constant, constant, report).passed, true);
  });
});
