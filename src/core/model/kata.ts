/** Languages are open: a toolchain in `src/node/toolchains/<language>.ts` gives one its meaning. */
export type Language = string;

/**
 * How a stage is checked. `implement` and `extend`: the shipped tests. `refactor`: the shipped tests and the structure
 * bound. `growth`: steps counted over doubling sizes. `characterize` and `write-tests`: the learner's tests are graded,
 * they must pass on the reference and fail on every mutant of the stage. `document`: the learner writes a document, and the
 * shipped tests are a sheet of checks (`writing/sheet.ts`).
 */
export type StageKind = 'implement' | 'extend' | 'refactor' | 'growth' | 'characterize' | 'write-tests' | 'document';

/** Upper bounds for every function of the learner's files; see `structure/measure.ts` for how each is counted. */
export interface StructureBound {
  readonly nesting: number;
  readonly lines: number;
  readonly branches: number;
}

/** Accepted growth: the log-log slope of counted steps must stay below `slope`; `label` is the class asked for. */
export interface GrowthBound {
  readonly label: string;
  readonly slope: number;
}

export interface Stage {
  readonly id: string;
  readonly title: string;
  readonly kind: StageKind;
  readonly minutes?: number;
  readonly structure?: StructureBound;
  readonly growth?: GrowthBound;
  /** `characterize`, `write-tests`: how many tests the learner's file must and may hold. */
  readonly ownTests?: { readonly atLeast?: number; readonly atMost?: number };
  /** Earlier stages whose check this one contradicts; they are not run again from here on. */
  readonly replaces?: readonly string[];
}

export interface Limits {
  /** Longest one test may take, milliseconds. */
  readonly testMs: number;
  /** Longest the whole run may take, milliseconds. */
  readonly totalMs: number;
  readonly memoryMb: number;
}

/** What a stage is in one track. File names are relative to the kata folder the learner gets. */
export interface TrackStage {
  /** The pristine test file (a sheet of checks in `document` stages) below `<track>/tests/`, and every test name it must report (suites joined by ` > `). */
  readonly tests?: { readonly file: string; readonly expected: readonly string[] };
  /** `characterize`, `write-tests`: the file in which the learner writes tests; it stands in `start/`. */
  readonly learnerTests?: string;
  /** `growth`: the driver below `<track>/tests/` that makes inputs and calls the learner's code. */
  readonly driver?: string;
}

/** A kata in one language. */
export interface Track {
  /** The learner's files, the only ones of the workspace that a graded run reads; each stands in `start/`. */
  readonly files: readonly string[];
  readonly stages: Readonly<Record<string, TrackStage>>;
}

export type StageOutline = Pick<Stage, 'id' | 'title' | 'kind' | 'minutes'>;

/** What lists, trees and pickers show of a kata. The rest of its manifest is read when it is opened. */
export interface KataOutline {
  readonly id: string;
  /** Counts up when tests, brief or starter change in a way a learner must know of. */
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly topics: readonly string[];
  /** 1 (warm-up) to 5 (days of work). */
  readonly difficulty: number;
  readonly minutes: number;
  readonly requires?: readonly string[];
  /** Honest tries after which the solution may be seen without a pass; 3 when absent. */
  readonly unlockAfter?: number;
  readonly stages: readonly StageOutline[];
  /** The languages are its keys. */
  readonly tracks: Readonly<Record<Language, object>>;
}

/** `kata.json`, with the test names of `expected.json` in it; its schema is `schemas/kata.schema.json`. */
export interface KataManifest extends KataOutline {
  readonly $schema?: string;
  /** Support libraries of `katas/support/` that the tests import; each is laid beside `tests/` under its own name. */
  readonly uses?: readonly string[];
  readonly stages: readonly Stage[];
  readonly limits?: Partial<Limits>;
  readonly tracks: Readonly<Record<Language, Track>>;
  /** First graded runs of people who had seen neither tests nor solution. */
  readonly solvedBlind?: readonly BlindSolution[];
}

/** How far one first try came, from brief and starter alone: what failed was the brief's fault as often as theirs. */
export interface BlindSolution {
  readonly language: Language;
  /** The kata's version at that time. */
  readonly version: number;
  /** Ids of the stages whose first graded run passed. */
  readonly passed: readonly string[];
  /** The day, as 2026-03-31. */
  readonly on: string;
}

/** A kata as the catalog lists it; `KataShelf` opens it. */
export interface ListedKata {
  readonly manifest: KataOutline;
}

/** A kata with the names of its files, relative to its folder in `katas/exercises/`. */
export interface Kata extends ListedKata {
  readonly manifest: KataManifest;
  /** The files of what it `uses` are among them, as `support/<library>/<language>/<file>`; see `kataContent.ts`. */
  readonly files: readonly string[];
}

/**
 * One entry of `<track>/mutants.json`: a wrong version of the stage's solution, made by replacing the one occurrence of
 * `find`, or by putting the whole file `source` (below `<track>/`) in the place of `file`.
 */
export interface Mutant {
  readonly id: string;
  readonly stage: string;
  readonly file: string;
  readonly find?: string;
  readonly replace?: string;
  readonly source?: string;
  /** In words, without code: shown to the learner whose tests let it live. */
  readonly why: string;
  /** The shipped test that must fail; absent where the learner's own tests are graded, and in `growth` stages. */
  readonly test?: string;
  /** Not wrong but made differently: shipped tests and the learner's own must accept it. `why` says what differs. */
  readonly correct?: boolean;
  /** Why the other languages have no such mutant; without it, each must. */
  readonly onlyHere?: string;
}
