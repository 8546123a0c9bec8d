import type { GrowthPoint } from './fit.ts';

/** One row of the table a learner sees: the steps at this size, and how many times the row before that is. */
export interface GrowthRow extends GrowthPoint {
  readonly ratio?: number;
}

export interface GrowthReport {
  readonly passed: boolean;
  /** The class asked for, and the class that fits best. */
  readonly wanted: string;
  readonly fits: string;
  readonly slope: number;
  readonly rows: readonly GrowthRow[];
  readonly summary: string;
  readonly next: string;
}
