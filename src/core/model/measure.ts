import type { StructureBound } from './kata.ts';

/**
 * How one function is built. A callback belongs to the function it is written in; a function with a name of its own,
 * inside another, is measured apart.
 *
 * - `nesting`: how deep `if`, loops, `switch`, `try` and callbacks stand in each other; `else if` is not deeper.
 * - `lines`: lines with code on them, from the first to the last.
 * - `branches`: 1, and 1 more for each `if`, loop, `case`, `catch`, conditional expression and short circuit.
 */
export interface FunctionMeasure {
  readonly file: string;
  readonly name: string;
  /** 1-based. */
  readonly line: number;
  readonly nesting: number;
  readonly lines: number;
  readonly branches: number;
}

/** A function beyond the bound, and in what. */
export interface StructureExcess {
  readonly measure: FunctionMeasure;
  readonly message: string;
}

const words: Readonly<Record<keyof StructureBound, (value: number, bound: number) => string>> = {
  nesting: (value, bound) => `is nested ${value} deep; ${bound} is the most`,
  lines: (value, bound) => `has ${value} lines of code; ${bound} is the most`,
  branches: (value, bound) => `has ${value} branches; ${bound} is the most`,
};

/** Every function beyond the bound, worst first. */
export function findExcess(measures: readonly FunctionMeasure[], bound: StructureBound): readonly StructureExcess[] {
  const keys = ['nesting', 'branches', 'lines'] as const;
  const badness = (measure: FunctionMeasure) => Math.max(...keys.map((key) => measure[key] / bound[key]));
  return measures
    .filter((measure) => badness(measure) > 1)
    .sort((a, b) => badness(b) - badness(a))
    .map((measure) => {
      const parts = keys.filter((key) => measure[key] > bound[key]).map((key) => words[key](measure[key], bound[key]));
      return { measure, message: `${measure.name} ${parts.join(', and ')}.` };
    });
}
