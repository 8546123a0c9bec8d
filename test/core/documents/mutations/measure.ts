import type { Problem } from '../../../../src/core/problem.ts';
import { randomOf } from '../../../support/randomMarkdown.ts';
import { operators } from './operators.ts';
import type { Subject } from './subject.ts';

export interface Tally {
  readonly name: string;
  readonly code: string;
  damaged: number;
  found: number;
  /** What was missed, for a person to read. */
  readonly misses: string[];
}

/** Damages every document in every way that fits it, and counts how often the right rule names the right line. */
export function measureRecall(subjects: readonly Subject[]): Tally[] {
  return operators.map((operator, index) => {
    const tally: Tally = { name: operator.name, code: operator.code, damaged: 0, found: 0, misses: [] };
    for (const [place, subject] of subjects.entries()) {
      const random = randomOf(7919 * index + place);
      const damage = operator.damage(subject, (from) => from[Math.floor(random() * from.length)]!);
      if (!damage) continue;
      tally.damaged += 1;
      const problems = subject.check(damage.text, damage.file);
      const isFound = problems.some(
        (problem) => problem.code === operator.code && isOnLine(damage.text, problem, damage.at),
      );
      subject.check(subject.text);
      if (isFound) tally.found += 1;
      else tally.misses.push(`${subject.file} (${subject.profile.id}): ${describe(damage.text, problems, damage.at)}`);
    }
    return tally;
  });
}

function isOnLine(text: string, { range }: Problem, at: number): boolean {
  return lineOf(text, range.start) === lineOf(text, at);
}

function describe(text: string, problems: readonly Problem[], at: number): string {
  const found = problems.map(({ code, range }) => `${code} on line ${lineOf(text, range.start)}`).join(', ');
  return `expected on line ${lineOf(text, at)}, found ${found || 'nothing'}`;
}

const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

/** One line per kind of damage, and the whole. */
export function printRecall(tallies: readonly Tally[]): string[] {
  const rows = tallies.map(
    ({ name, code, damaged, found }) =>
      `  ${code}  ${name.padEnd(54)} ${String(found).padStart(5)} of ${String(damaged).padStart(5)}`,
  );
  const damaged = tallies.reduce((sum, tally) => sum + tally.damaged, 0);
  const found = tallies.reduce((sum, tally) => sum + tally.found, 0);
  return [
    ...rows,
    `  ${found} of ${damaged} found on the right line: ${((100 * found) / Math.max(damaged, 1)).toFixed(1)} %`,
  ];
}
