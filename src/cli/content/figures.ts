import { readManifest } from '../../core/katas/readKata.ts';
import type { Language, Mutant } from '../../core/model/kata.ts';
import type { Files } from '../../core/runs/runner.ts';
import { table } from '../print.ts';

/** A kata in one row: what it is made of, how long its tests take, and who solved it blind. */
export interface KataFigures {
  readonly kata: string;
  readonly stages: number;
  readonly minutes: number;
  readonly tracks: readonly TrackFigures[];
  /** First graded runs of people who knew brief and starter only. */
  readonly blind: readonly BlindFigures[];
}

export interface TrackFigures {
  readonly language: Language;
  readonly tests: number;
  /** Wrong versions only. */
  readonly mutants: number;
  /** All tests on the last solution; absent where nothing was run. */
  readonly seconds?: number;
}

export interface BlindFigures {
  readonly language: Language;
  readonly passed: number;
  readonly of: number;
  readonly version: number;
  readonly isOutdated: boolean;
}

/** The figures of a kata's folder, whose manifest follows its schema. */
export function figuresOf(files: Files, seconds: ReadonlyMap<Language, number>): KataFigures {
  const { id, version, stages, minutes, tracks, solvedBlind = [] } = readManifest(files);
  return {
    kata: id,
    stages: stages.length,
    minutes,
    tracks: Object.entries(tracks).map(([language, track]) => {
      const took = seconds.get(language);
      const mutants = readMutants(files[`${language}/mutants.json`]);
      return {
        language,
        tests: Object.values(track.stages).reduce((sum, { tests }) => sum + (tests?.expected.length ?? 0), 0),
        mutants: mutants.filter(({ correct }) => !correct).length,
        ...(took !== undefined && { seconds: took }),
      };
    }),
    blind: solvedBlind.map(({ language, version: solved, passed }) => ({
      language,
      passed: passed.length,
      of: stages.length,
      version: solved,
      isOutdated: solved < version,
    })),
  };
}

/** A row for each kata, and one that adds them up. What is the same in all tracks is said once. */
export function printFigures(katas: readonly KataFigures[]): string {
  const isTimed = katas.some(({ tracks }) => tracks.some(({ seconds }) => seconds !== undefined));
  const head = ['kata', 'stages', 'tracks', 'tests', 'mutants', 'minutes', ...(isTimed ? ['seconds'] : []), 'blind'];
  const rows = katas.map((figures) => {
    const { kata, stages, minutes, tracks, blind } = figures;
    return [
      kata,
      `${stages}`,
      tracks.map(({ language }) => shortNames[language] ?? language).join(' '),
      perTrack(tracks.map(({ tests }) => `${tests}`)),
      perTrack(tracks.map(({ mutants }) => `${mutants}`)),
      `${minutes}`,
      ...(isTimed ? [tracks.map(({ seconds }) => seconds?.toFixed(1) ?? '–').join(' ')] : []),
      blind.map(printBlind).join(', ') || '–',
    ];
  });
  const sum = (valueOf: (figures: KataFigures) => number) =>
    `${katas.reduce((total, each) => total + valueOf(each), 0)}`;
  const inTracks = (key: 'tests' | 'mutants') =>
    sum(({ tracks }) => tracks.reduce((total, track) => total + track[key], 0));
  const total = [
    `${katas.length} katas`,
    sum(({ stages }) => stages),
    sum(({ tracks }) => tracks.length),
    inTracks('tests'),
    inTracks('mutants'),
    sum(({ minutes }) => minutes),
    ...(isTimed ? [''] : []),
    blindTotal(katas),
  ];
  return table([head, ...rows, total]);
}

const shortNames: Readonly<Record<Language, string>> = { typescript: 'ts', javascript: 'js', python: 'py' };

/** One value where all tracks have it, else one for each. */
const perTrack = (values: readonly string[]) => (new Set(values).size === 1 ? values[0]! : values.join(' '));

function printBlind({ language, passed, of, version, isOutdated }: BlindFigures): string {
  const old = isOutdated ? ` (version ${version})` : '';
  return `${passed} of ${of} ${shortNames[language] ?? language}${old}`;
}

function blindTotal(katas: readonly KataFigures[]): string {
  const all = katas.flatMap(({ blind }) => blind);
  const of = all.reduce((total, each) => total + each.of, 0);
  if (of === 0) return '–';
  const passed = all.reduce((total, each) => total + each.passed, 0);
  return `${passed} of ${of} stages, ${Math.round((100 * passed) / of)} %`;
}

function readMutants(text = '[]'): readonly Mutant[] {
  try {
    const mutants: unknown = JSON.parse(text);
    return Array.isArray(mutants) ? (mutants as readonly Mutant[]) : [];
  } catch {
    return [];
  }
}
