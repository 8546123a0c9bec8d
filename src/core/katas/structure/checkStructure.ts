import type { CallResult, Files, TestRunner } from '../../runs/runner.ts';
import type { Language, Limits, StructureBound } from '../../model/kata.ts';
import { findExcess, type FunctionMeasure, type StructureExcess } from '../../model/measure.ts';
import { measureJavaScript } from './measureJavaScript.ts';

export interface StructureCheck {
  readonly language: Language;
  readonly files: Files;
  /** The learner's files that are measured; tests are not. */
  readonly measured: readonly string[];
  readonly bound: StructureBound;
  readonly limits?: Partial<Limits>;
}

export type StructureOutcome =
  | { readonly excess: readonly StructureExcess[]; readonly measures: readonly FunctionMeasure[] }
  | { readonly trouble: Exclude<CallResult, { verdict: 'passed' }> };

/** Measures the learner's functions with the language's own parser and holds them against the stage's bound. */
export async function checkStructure(
  check: StructureCheck,
  runner: TestRunner,
  signal?: AbortSignal,
): Promise<StructureOutcome> {
  const { language, files, measured, bound, limits } = check;
  let measures: readonly FunctionMeasure[];
  if (language === 'python') {
    const result = await runner.call(
      {
        language,
        files,
        module: 'katapath:python_structure.py',
        function: 'measure',
        argument: { names: measured },
        ...(limits && { limits }),
      },
      signal,
    );
    if (result.verdict !== 'passed') return { trouble: result };
    measures = result.value as readonly FunctionMeasure[];
  } else {
    measures = measured.flatMap((name) => measureJavaScript(files[name] ?? '', name));
  }
  return { excess: findExcess(measures, bound), measures };
}
