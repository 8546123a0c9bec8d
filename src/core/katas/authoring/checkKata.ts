import type { Files, TestRunner } from '../../runs/runner.ts';
import type { Language } from '../../model/kata.ts';
import { readExpected, readKata, readManifest } from '../readKata.ts';
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
  /**
   * Files that a tool makes of those, a track's and the manifest with it. Only its last solution is run: all else was shown
   * by the track it is made of.
   */
  readonly derived?: Files;
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
  const { files, folderName, katas, runner, signal, shuffles = 5, derived = {} } = check;
  const found = [...checkKataTexts(files, { folderName, katas })];
  yield* found;
  if (found.some(({ code }) => !harmless.has(code))) return;
  const written = Object.keys(readManifest(files).tracks);
  const all = { ...files, ...derived };
  const kata = readKata(all);
  for (const language of Object.keys(kata.manifest.tracks)) {
    yield* checkTrackRuns({
      ...{ kata, language, files: all, runner, shuffles },
      manifestText: files['kata.json']!,
      isDerived: !written.includes(language),
      ...(signal && { signal }),
      onNames: (stage, names) => check.onNames?.(language, stage, names),
      onSeconds: (seconds) => check.onSeconds?.(language, seconds),
    });
  }
}

/** The text of `expected.json` with the names that were reported; undefined when nothing changes. */
export function withExpectedNames(
  files: Files,
  names: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>,
): string | undefined {
  const manifest = readManifest(files);
  const expected: Record<Language, Record<string, readonly string[]>> = {};
  for (const [language, { stages }] of Object.entries(manifest.tracks))
    for (const [stage, { tests }] of Object.entries(stages))
      if (tests) (expected[language] ??= {})[stage] = names.get(language)?.get(stage) ?? tests.expected;
  return JSON.stringify(readExpected(files)) === JSON.stringify(expected)
    ? undefined
    : `${JSON.stringify(expected, null, 2)}\n`;
}
