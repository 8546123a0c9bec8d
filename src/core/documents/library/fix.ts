import type { Problem, TextEdit } from '../../problem.ts';

/** A fix may uncover the next problem; a chain longer than this is a rule that undoes another one. */
const mostRounds = 10;

/**
 * Applies every safe fix, and the ones they uncover, until none is left. Edits that touch each other wait for the next
 * round, so that each is made on the text it was meant for.
 */
export function fixAll(text: string, check: (text: string) => readonly Problem[]): string {
  let current = text;
  for (let round = 0; round < mostRounds; round++) {
    const edits = chooseEdits(check(current));
    if (edits.length === 0) return current;
    current = applyEdits(current, edits);
  }
  return current;
}

/** The text with non-overlapping edits made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end)
    .reduce(
      (current, { range, text: words }) => current.slice(0, range.start) + words + current.slice(range.end),
      text,
    );
}

/** The safe fixes' edits, each fix whole or not at all. */
function chooseEdits(problems: readonly Problem[]): TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const { fix } of problems) {
    if (fix?.kind !== 'safe') continue;
    const isFree = fix.edits.every((edit) =>
      chosen.every((other) => edit.range.end < other.range.start || other.range.end < edit.range.start),
    );
    if (isFree) chosen.push(...fix.edits);
  }
  return chosen;
}
