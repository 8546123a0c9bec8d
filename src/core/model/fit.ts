/** One size: the most steps that any order of input cost. */
export interface GrowthPoint {
  readonly n: number;
  readonly steps: number;
  /** The order that cost most. */
  readonly order: string;
  /** The steps ran out: `steps` is a lower bound. */
  readonly over?: boolean;
}

/**
 * Least-squares slope of log(steps) against log(n): 0 for O(1), about 0.2 for O(log n), 1 for O(n), 1.1 to 1.2 for
 * O(n log n), 2 for O(n²), over sizes of 128 to 2048.
 */
export function slopeOf(points: readonly GrowthPoint[]): number {
  const xs = points.map(({ n }) => Math.log(n));
  const ys = points.map(({ steps }) => Math.log(Math.max(steps, 1)));
  const middleX = mean(xs);
  const middleY = mean(ys);
  const spread = sum(xs.map((x) => (x - middleX) ** 2));
  return spread === 0 ? 0 : sum(xs.map((x, index) => (x - middleX) * (ys[index]! - middleY))) / spread;
}

interface GrowthClass {
  readonly label: string;
  readonly at: (n: number) => number;
}

/** From slow to fast growth; at a tie the slower one is told. */
const classes: readonly GrowthClass[] = [
  { label: 'O(1)', at: () => 0 },
  { label: 'O(log n)', at: (n) => Math.log2(n) },
  { label: 'O(√n)', at: (n) => Math.sqrt(n) },
  { label: 'O(n)', at: (n) => n },
  { label: 'O(n log n)', at: (n) => n * Math.log2(n) },
  { label: 'O(n√n)', at: (n) => n * Math.sqrt(n) },
  { label: 'O(n²)', at: (n) => n * n },
  { label: 'O(n² log n)', at: (n) => n * n * Math.log2(n) },
  { label: 'O(n³)', at: (n) => n ** 3 },
];

/**
 * The class whose curve `a + b·f(n)`, with `a` and `b` not negative, comes closest to the counts; relative errors
 * count, so that the small sizes matter too. Growth beyond the table is named as such.
 */
export function fitClass(points: readonly GrowthPoint[]): string {
  if (slopeOf(points) > 3.4) return 'faster than O(n³)';
  let best = { label: '', error: Infinity };
  for (const { label, at } of classes) {
    const error = fitError(points, at);
    if (error < best.error * 0.9) best = { label, error };
  }
  return best.label;
}

/** Weighted least squares in one or two unknowns, clipped to what a cost can be; answers the mean squared error. */
function fitError(points: readonly GrowthPoint[], at: (n: number) => number): number {
  // Each row, divided by its steps, should give 1: a·u + b·v = 1.
  const rows = points.map(({ n, steps }) => ({ u: 1 / Math.max(steps, 1), v: at(n) / Math.max(steps, 1) }));
  const uu = sum(rows.map(({ u }) => u * u));
  const uv = sum(rows.map(({ u, v }) => u * v));
  const vv = sum(rows.map(({ v }) => v * v));
  const su = sum(rows.map(({ u }) => u));
  const sv = sum(rows.map(({ v }) => v));
  const determinant = uu * vv - uv * uv;
  const candidates: [number, number][] = [[su / uu, 0]];
  if (vv > 0) candidates.push([0, sv / vv]);
  if (determinant > 1e-12 * uu * vv) {
    const a = (su * vv - sv * uv) / determinant;
    const b = (sv * uu - su * uv) / determinant;
    if (a >= 0 && b >= 0) candidates.push([a, b]);
  }
  const floor = 1e-9;
  return Math.min(...candidates.map(([a, b]) => mean(rows.map(({ u, v }) => (a * u + b * v - 1) ** 2)))) + floor;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
