import type { TextEdit } from '../../problem.ts';
import type { CheckResult } from '../check.ts';
import type { ProfileSection } from '../profiles/profile.ts';
import { insertSections } from '../rules/insertSections.ts';
import { findSections } from '../schema/view.ts';

/** The rules that report a section which is not there. */
const missing: ReadonlySet<string> = new Set(['KP301', 'KP501', 'KP513']);

/** Whether a problem says that a section is missing. */
export function missesSections({ problems }: Pick<CheckResult, 'problems'>): boolean {
  return problems.some(({ code }) => missing.has(code));
}

/** One edit per place that inserts every missing section, in the format's order; empty when none is missing or has room. */
export function insertMissingSections({ document, detection, problems }: CheckResult): readonly TextEdit[] {
  if (!detection) return [];
  const { profile } = detection;
  const isMissed = (section: ProfileSection) =>
    problems.some(({ code, fix }) => missing.has(code) && fix?.inserts?.includes(section.key) === true);
  const missed = (profile.sections ?? []).filter(isMissed);
  if (missed.length === 0) return [];
  const present = findSections(document, profile);
  return insertSections(missed, document, { profile, section: (key) => present.get(key) });
}
