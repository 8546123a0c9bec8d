import assert from 'node:assert/strict';
import { printGrowthTable, reportGrowth } from '../../../../src/core/katas/growth/checkGrowth.ts';
import { fitClass, slopeOf } from '../../../../src/core/model/fit.ts';

const pointsOf = (cost: (n: number) => number, sizes = [128, 256, 512, 1024, 2048]) =>
  sizes.map((n) => ({ n, steps: Math.round(cost(n)), order: 'random' }));

describe('the class that fits', () => {
  const curves: [string, (n: number) => number][] = [
    ['O(1)', () => 17],
    ['O(log n)', (n) => 3 * Math.log2(n) + 4],
    ['O(n)', (n) => 5 * n + 90],
    ['O(n log n)', (n) => 2 * n * Math.log2(n) + 3 * n],
    ['O(n²)', (n) => (n * (n - 1)) / 2 + 7 * n],
    ['O(n³)', (n) => (n * (n - 1) * (n - 2)) / 6],
    ['faster than O(n³)', (n) => n ** 4],
  ];
  for (const [label, cost] of curves)
    it(`is ${label} for counts that are`, () => {
      assert.equal(fitClass(pointsOf(cost)), label);
    });

  it('has a slope that tells n log n from n squared by a wide margin', () => {
    assert.ok(slopeOf(pointsOf((n) => n * Math.log2(n))) < 1.25);
    assert.ok(slopeOf(pointsOf((n) => n * n)) > 1.95);
    assert.ok(slopeOf(pointsOf((n) => Math.log2(n))) < 0.25);
    assert.equal(slopeOf(pointsOf(() => 0)), 0);
  });
});

describe('a growth report', () => {
  const bound = { label: 'O(n)', slope: 1.5 };

  it('says in words how the steps went up, and which input was worst', () => {
    const report = reportGrowth(
      pointsOf((n) => n * n).map((point) => ({ ...point, order: 'descending' })),
      bound,
      'python',
    );
    assert.equal(report.passed, false);
    assert.match(report.next, /pop\(0\)/);
    assert.match(
      report.summary,
      /faster than O\(n\): From n = 1024 to 2048 the steps went from 1,048,576 to 4,194,304, which fits O\(n²\) \(descending input\)/,
    );
    assert.deepEqual(
      report.rows.map(({ ratio }) => ratio),
      [undefined, 4, 4, 4, 4],
    );
    assert.equal(printGrowthTable(report.rows).split('\n')[2], ' 256     65,536  ×4.00  descending');
  });

  it('judges by the sizes before the one at which the steps ran out', () => {
    const points = pointsOf((n) => n ** 3, [64, 128, 256, 512]).map((point) =>
      point.n === 512 ? { ...point, steps: 20_000_000, over: true } : point,
    );
    const report = reportGrowth(points, { label: 'O(n²)', slope: 2.5 }, 'typescript');
    assert.equal(report.passed, false);
    assert.equal(report.fits, 'O(n³)');
    const square = pointsOf((n) => 6 * n * n).map((point, index) => (index === 4 ? { ...point, over: true } : point));
    assert.equal(reportGrowth(square, { label: 'O(n²)', slope: 2.5 }, 'typescript').passed, true);
    assert.equal(reportGrowth(square, bound, 'typescript').passed, false);
  });

  it('never passes when the steps ran out early', () => {
    const over = [{ n: 128, steps: 20_000_000, order: 'random', over: true }];
    assert.equal(reportGrowth(over, { label: 'anything', slope: 4 }, 'typescript').passed, false);
    assert.match(reportGrowth(over, bound, 'typescript').summary, /At n = 128 it took more than 20,000,000 steps/);
  });
});
