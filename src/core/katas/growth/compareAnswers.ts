import { type GrowthPoint, slopeOf } from '../../model/fit.ts';
import type { GrowthReport } from '../../model/growthReport.ts';

/** What one call of a driver took and answered. */
export interface Count extends GrowthPoint {
  /** As JSON; absent when the steps ran out. */
  readonly answer?: string;
}

/** A reference that grows like this reads its whole input, and an answer that grows like that cannot have. */
const readsAll = 0.75;
const readsNothing = 0.25;

/** The report, failed when an answer is not the reference's, or came without reading what the reference had to read. */
export function comparedWith(
  reference: readonly Count[],
  counts: readonly Count[],
  report: GrowthReport,
): GrowthReport {
  const right = new Map(reference.map(({ n, order, answer }) => [`${n} ${order}`, answer]));
  for (const { n, order, answer } of counts) {
    const expected = right.get(`${n} ${order}`);
    if (answer === undefined || expected === undefined || answer === expected) continue;
    return {
      ...report,
      passed: false,
      summary: `The answer is wrong at n = ${n} (${order} input): it should be ${shown(expected)}, and is ${shown(answer)}.`,
      next: 'Steps count only for right answers. Look for what your code does differently when the input is large.',
    };
  }
  const [first, last] = [report.rows[0], report.rows.at(-1)];
  if (!report.passed || !first || !last) return report;
  if (slopeOf(worstOf(reference)) < readsAll || report.slope >= readsNothing) return report;
  return {
    ...report,
    passed: false,
    summary: `From n = ${first.n} to ${last.n} the steps went from ${first.steps} to ${last.steps}: so few cannot have read the input.`,
    next: 'Every value has to be looked at, whatever the size. Let your code read all of the input.',
  };
}

/** For every size the order that cost most. */
export function worstOf(counts: readonly Count[]): readonly GrowthPoint[] {
  const worst = new Map<number, GrowthPoint>();
  for (const { answer: _, ...count } of counts) {
    const known = worst.get(count.n);
    if (!known || count.steps > known.steps) worst.set(count.n, count);
  }
  return [...worst.values()].sort((a, b) => a.n - b.n);
}

/** Enough of an answer to know it again. */
function shown(answer: string): string {
  const text = answer.replace(/([,:])(?=\S)/g, '$1 ');
  return text.length <= 80 ? text : `${text.slice(0, 77)}…`;
}
