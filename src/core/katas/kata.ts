/** Languages are open: a toolchain in `src/node/toolchains/<language>.ts` gives one its meaning. */
export type Language = string;

export type StageKind = 'implement' | 'characterize' | 'refactor' | 'extend' | 'write-tests' | 'growth';

export interface Stage {
  readonly id: string;
  readonly title: string;
  readonly kind: StageKind;
  readonly minutes?: number;
}

/** A kata in one language. File names are relative to the kata folder the learner gets. */
export interface Track {
  /** The learner's files, the only ones of the workspace that a graded run reads. */
  readonly files: readonly string[];
  /** Per stage id: the pristine test file below `<track>/tests/` and every test name it must report. */
  readonly tests: Readonly<Record<string, { readonly file: string; readonly expected: readonly string[] }>>;
}

/** `kata.json`; its schema is `schemas/kata.schema.json`. */
export interface KataManifest {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly topics: readonly string[];
  /** 1 (warm-up) to 5 (days of work). */
  readonly difficulty: number;
  readonly minutes: number;
  readonly requires?: readonly string[];
  readonly stages: readonly Stage[];
  readonly tracks: Readonly<Record<Language, Track>>;
}

/** A kata with the names of its files, relative to its folder in `katas/exercises/`. */
export interface Kata {
  readonly manifest: KataManifest;
  readonly files: readonly string[];
}
