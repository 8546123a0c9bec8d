import type { Kata, KataManifest, Language } from '../model/kata.ts';
import type { Files } from '../runs/runner.ts';

/**
 * `expected.json`: the names of all tests, by language and stage, suites joined by ` > `. The check writes it, as a lock file
 * is written.
 */
export type ExpectedNames = Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>>;

export const expectedFile = 'expected.json';

/** A kata from the texts of its folder, whose manifest follows its schema. */
export function readKata(files: Files): Kata {
  return { manifest: readManifest(files), files: Object.keys(files).sort() };
}

/** The manifest, with the names that each stage's tests must report. */
export function readManifest(files: Files): KataManifest {
  const manifest = JSON.parse(files['kata.json']!) as KataManifest;
  const expected = readExpected(files);
  const tracks = Object.entries(manifest.tracks).map(([language, track]) => {
    const stages = Object.entries(track.stages).map(([id, stage]) => [
      id,
      stage.tests ? { ...stage, tests: { ...stage.tests, expected: expected[language]?.[id] ?? [] } } : stage,
    ]);
    return [language, { ...track, stages: Object.fromEntries(stages) }];
  });
  return { ...manifest, tracks: Object.fromEntries(tracks) };
}

/** None where there is no such file, or none that can be read: what the tests report is then unexpected. */
export function readExpected(files: Files): ExpectedNames {
  try {
    return (JSON.parse(files[expectedFile] ?? '{}') ?? {}) as ExpectedNames;
  } catch {
    return {};
  }
}
