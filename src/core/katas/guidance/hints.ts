import type { TextRange } from '../../problem.ts';
import { parseSections, type Section } from './sections.ts';

/** One rung of the ladder, from a nudge to an outline. */
export interface Hint {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

export interface StageHints {
  readonly stage: string;
  readonly range: TextRange;
  readonly rungs: readonly Hint[];
}

/** Reads `hints.md`: a `## <stage-id>` for each stage, a `### ` for each rung. */
export function parseHints(markdown: string): readonly StageHints[] {
  const sections = parseSections(markdown);
  const ladders: { stage: string; range: TextRange; rungs: Hint[] }[] = [];
  for (const section of sections) {
    if (section.level === 2) ladders.push({ stage: section.title, range: section.range, rungs: [] });
    else if (section.level === 3) ladders.at(-1)?.rungs.push(toHint(section));
  }
  return ladders;
}

export function hintsOf(markdown: string, stage: string): readonly Hint[] {
  return parseHints(markdown).find((ladder) => ladder.stage === stage)?.rungs ?? [];
}

function toHint({ title, text }: Section): Hint {
  return { title, text };
}
