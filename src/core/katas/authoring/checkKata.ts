import type { Files, TestRunner } from '../../runs/runner.ts';
import type { Kata, KataManifest, Language } from '../../model/kata.ts';
import { checkTrackRuns } from './checkRuns.ts';
import { checkKataTexts } from './checkTexts.ts';
import type { ContentProblem } from './contentProblem.ts';

export interface KataCheck {
  /** Every file of the kata's folder by name. */
  readonly files: Files;
  readonly folderName: string;
  /** Ids of all katas beside it. */
  readonly katas: readonly string[];
  readonly runner: TestRunner;
  readonly signal?: AbortSignal;
  /** How often each track's last solution runs in shuffled order; 5 when absent. */
  readonly shuffles?: number;
  /** Tracks of which only the last solution is run: a tool makes them from one that is checked in full. */
  readonly derived?: readonly Language[];
  /** Told the names that the tests of a stage report on its solution. */
  onNames?(language: Language, stage: string, names: readonly string[]): void;
  /** Told how long all tests of a track take on its last solution: the shortest of its shuffled runs. */
  onSeconds?(language: Language, seconds: number): void;
}

/** Codes of text problems in spite of which a track can be run. */
const harmless: ReadonlySet<string> = new Set([
  ...['KC108', 'KC109', 'KC110', 'KC111', 'KC112', 'KC113', 'KC114', 'KC115', 'KC119', 'KC124', 'KC125', 'KC126'],
  ...['KC128', 'KC129', 'KC206'],
]);

/** Everything that is wrong with a kata: its texts first, then, if they hold together, what its runs show. */
export async function* checkKata(check: KataCheck): AsyncGenerator<ContentProblem> {
  const { files, folderName, katas, runner, signal, shuffles = 5, derived = [] } = check;
  const found = [...checkKataTexts(files, { folderName, katas })];
  yield* found;
  if (found.some(({ code }) => !harmless.has(code))) return;
  const manifest = JSON.parse(files['kata.json']!) as KataManifest;
  const kata: Kata = { manifest, files: Object.keys(files).sort() };
  for (const language of Object.keys(manifest.tracks)) {
    yield* checkTrackRuns({
      ...{ kata, language, files, runner, shuffles, isDerived: derived.includes(language) },
      ...(signal && { signal }),
      onNames: (stage, names) => check.onNames?.(language, stage, names),
      onSeconds: (seconds) => check.onSeconds?.(language, seconds),
    });
  }
}

/** The manifest's text with the reported names in the place of the expected ones; undefined when nothing changes. */
export function withExpectedNames(
  text: string,
  names: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>,
): string | undefined {
  const manifest = JSON.parse(text) as {
    tracks: Record<string, { stages: Record<string, { tests?: { expected: unknown } }> }>;
  };
  for (const [language, stages] of names)
    for (const [stage, expected] of stages) {
      const tests = manifest.tracks[language]?.stages[stage]?.tests;
      if (tests) tests.expected = expected;
    }
  const written = `${JSON.stringify(manifest, null, 2)}\n`;
  return JSON.stringify(JSON.parse(text)) === JSON.stringify(manifest) ? undefined : written;
}
