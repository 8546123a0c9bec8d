import { allRules, type Config } from '../../core/documents/index.ts';
import type { FileReport } from './report.ts';

const proseNames = new Map(
  allRules.filter((rule) => rule.class === 'prose').map((rule) => [rule.code as string, rule.name]),
);

/** Whether the run fails: errors and too many warnings; prose rules count only when the configuration names them. */
export function isOverGate(
  files: readonly FileReport[],
  { gate = [] }: Config,
  maxWarnings: number | undefined,
): boolean {
  const counted = files.flatMap(({ problems }) =>
    problems.filter(({ code }) => !proseNames.has(code) || gate.includes(code) || gate.includes(proseNames.get(code)!)),
  );
  const warnings = counted.filter(({ severity }) => severity === 'warning').length;
  return counted.some(({ severity }) => severity === 'error') || (maxWarnings !== undefined && warnings > maxWarnings);
}
