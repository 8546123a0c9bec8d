import type { CallJob, CallResult, Files, TestRunner } from '../../runs/runner.ts';
import type { GrowthBound, Language, Limits } from '../../model/kata.ts';
import { fitClass, slopeOf, type GrowthPoint } from '../../model/fit.ts';
import { lookUp } from '../../lookUp.ts';
import { instrumentJavaScript } from './instrumentJavaScript.ts';
import type { GrowthReport, GrowthRow } from '../../model/growthReport.ts';
import { comparedWith, type Count, worstOf } from './compareAnswers.ts';
import stepCounter from './stepCounter.ts?source';

export interface GrowthCheck {
  readonly language: Language;
  /** Everything of the overlay: the learner's files and the kata's own. */
  readonly files: Files;
  /** The same with the kata's own solution, whose answers are the right ones. It never meets the learner's code. */
  readonly reference?: Files;
  /** The learner's files, whose steps are counted. */
  readonly counted: readonly string[];
  /** The driver's name in the overlay: `tests/growth.growth.ts`. */
  readonly driver: string;
  readonly bound: GrowthBound;
  readonly limits?: Partial<Limits>;
  readonly seed?: number;
}

const orders = ['random', 'ascending', 'descending'];

/**
 * Five doubling sizes. Quadratic work at the largest takes a few million steps in JavaScript, which is a blink; a step
 * of rewritten Python costs fifty times as much, so its sizes are half. Cubic work is cut off at `mostSteps`.
 */
const scales = {
  script: { sizes: [128, 256, 512, 1024, 2048], mostSteps: 20_000_000 },
  python: { sizes: [64, 128, 256, 512, 1024], mostSteps: 5_000_000 },
};

/** Sizes that must be counted to their end before growth can pass. */
const fewestSizes = 4;

type Trouble = Exclude<CallResult, { verdict: 'passed' }>;

/**
 * Counts the steps of the learner's code over doubling sizes and three input orders, and holds the slope against the
 * bound. Counting is exact: no clock is involved, the same code always gets the same report.
 *
 * Answers the runner's own trouble (a timeout, a crash) when the code did not come to an end.
 */
export async function checkGrowth(
  check: GrowthCheck,
  runner: TestRunner,
  signal?: AbortSignal,
): Promise<{ readonly report: GrowthReport } | { readonly trouble: Trouble }> {
  const [result, reference] = await Promise.all([
    runner.call(countingJob(check), signal),
    check.reference && countReference({ ...check, files: check.reference }, runner, signal),
  ]);
  if (result.verdict !== 'passed') return { trouble: result };
  if (reference && reference.verdict !== 'passed') return { trouble: reference };
  const counts = result.value as readonly Count[];
  const report = reportGrowth(worstOf(counts), check.bound, check.language);
  return { report: reference ? comparedWith(reference.value as readonly Count[], counts, report) : report };
}

/** What was counted lately of references: they are the same from one save to the next. */
const known = new Map<string, Promise<CallResult>>();
const mostKnown = 20;

function countReference(check: GrowthCheck, runner: TestRunner, signal?: AbortSignal): Promise<CallResult> {
  const job = countingJob(check);
  const key = JSON.stringify(job);
  const ready = known.get(key);
  if (ready) return ready;
  const counting = runner.call(job, signal);
  if (known.size >= mostKnown) known.delete(known.keys().next().value!);
  known.set(key, counting);
  const forget = () => known.delete(key);
  counting.then(({ verdict }) => verdict === 'passed' || forget(), forget);
  return counting;
}

function countingJob({ language, files, counted, driver, limits, seed = 20_240 }: GrowthCheck): CallJob {
  const { sizes, mostSteps } = language === 'python' ? scales.python : scales.script;
  const argument = { sizes, orders, seed, limit: mostSteps };
  // The whole count is one call: what a run may take in all, a call may take here.
  const common = { language, limits: { ...limits, testMs: limits?.totalMs ?? 20_000 } };
  if (language === 'python')
    return {
      ...common,
      files,
      module: 'katapath:python_growth.py',
      function: 'count_steps',
      argument: { ...argument, driver, counted },
    };
  const rewritten = counted
    .filter((name) => files[name] !== undefined)
    .map((name): [string, string] => [name, instrumentJavaScript(files[name]!)]);
  const main = [
    // First, so that the counter is there when the learner's file is loaded: a table or a call at its top counts, too.
    `import { countSteps } from './katapath-steps.js';`,
    `import * as driver from './${driver}';`,
    `export const count = (job) => countSteps(driver, job);`,
  ];
  return {
    ...common,
    files: {
      ...files,
      ...Object.fromEntries(rewritten),
      'katapath-steps.js': stepCounter,
      'katapath-growth.js': main.join('\n'),
    },
    module: 'katapath-growth.js',
    function: 'count',
    argument,
  };
}

/** Slope, class and sentences for the counts of one check. */
export function reportGrowth(points: readonly GrowthPoint[], bound: GrowthBound, language: Language): GrowthReport {
  const rows = points.map((point, index): GrowthRow => {
    const before = points[index - 1];
    return before ? { ...point, ratio: point.steps / Math.max(before.steps, 1) } : point;
  });
  const complete = points.filter(({ over }) => !over);
  // A size at which the steps ran out says too little to be fitted, as long as there are others.
  const judged = complete.length >= 3 ? complete : points;
  const slope = slopeOf(judged);
  const passed = complete.length >= fewestSizes && slope < bound.slope;
  const fits = judged.length >= 3 ? fitClass(judged) : 'faster than O(n³)';
  return { passed, wanted: bound.label, fits, slope, rows, ...sentences(rows, { passed, fits, bound, language }) };
}

function sentences(
  rows: readonly GrowthRow[],
  { passed, fits, bound, language }: { passed: boolean; fits: string; bound: GrowthBound; language: Language },
): { summary: string; next: string } {
  const last = rows.at(-1);
  const before = rows.at(-2);
  const pace =
    last && before
      ? `From n = ${before.n} to ${last.n} the steps went from ${format(before.steps)} to ${last.over ? 'more than ' : ''}${format(last.steps)}`
      : `At n = ${last?.n} it took more than ${format(last?.steps ?? 0)} steps`;
  if (passed)
    return {
      summary: `Grows as ${bound.label} asks: ${pace}.`,
      next: 'Read the debrief, or go on to the next stage.',
    };
  return {
    summary: `Grows faster than ${bound.label}: ${pace}, which fits ${fits}${last ? ` (${last.order} input)` : ''}.`,
    next: `Look for a loop inside a loop, or a built-in that walks the whole list inside one: ${lookUp(walks, language) ?? walks.script}.`,
  };
}

/** Built-ins that cost more than they look. */
const walks: Readonly<Record<string, string>> = {
  script: 'indexOf, includes, slice, shift, a spread',
  python: '`in` on a list, index, insert, pop(0), a slice',
};

/** The table as text: n, steps and their ratio to the row before. */
export function printGrowthTable(rows: readonly GrowthRow[]): string {
  const cells = [
    ['n', 'steps', 'ratio', 'worst order'],
    ...rows.map(({ n, steps, ratio, order, over }) => [
      String(n),
      `${over ? '> ' : ''}${format(steps)}`,
      ratio === undefined ? '' : `×${ratio.toFixed(2)}`,
      order,
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells
    .map((row) => row.map((cell, column) => (column < 3 ? cell.padStart(widths[column]!) : cell)).join('  '))
    .join('\n');
}

const format = (steps: number) => steps.toLocaleString('en-US');
