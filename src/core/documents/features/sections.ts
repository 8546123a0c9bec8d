import type { Problem, TextEdit } from '../../problem.ts';

/** The rule that reports a section which is not there, and knows where it belongs. */
const missing = 'KP301';

/** One edit per place that inserts every missing section, in the format's order; empty when none is missing. */
export function insertMissingSections(problems: readonly Problem[]): TextEdit[] {
  const texts = new Map<number, string>();
  for (const { code, fix } of problems) {
    if (code !== missing) continue;
    // Sections that belong to the same place come in the order the schema asks for them.
    for (const { range, text } of fix?.edits ?? []) texts.set(range.start, (texts.get(range.start) ?? '') + text);
  }
  return [...texts].map(([start, text]) => ({ range: { start, end: start }, text }));
}
