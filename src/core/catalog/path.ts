export type ItemKind = 'kata' | 'document' | 'artifact' | 'checklist' | 'evidence' | 'reading' | 'practice';

/** One thing to do. `id` is opaque and permanent; a rename leaves the old one in `aliases`. */
export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  /** What doing it means, and what proves it: a sentence or two, shown as the tooltip. */
  readonly detail?: string;
  readonly aliases?: readonly string[];
  /** Not built yet: shown as such, and never counts as done. */
  readonly planned?: boolean;
  /** `kata`: the kata's id. */
  readonly kata?: string;
  /** `document`: the profile's id. */
  readonly profile?: string;
  /** `reading`, `evidence`: where to read or look. */
  readonly url?: string;
}

/** A part of a path: a phase, a month, a module or an outcome, in order. */
export interface Step {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  readonly required: boolean;
  /** Ids of steps that must be closed before this one opens. */
  readonly after?: readonly string[];
  readonly items: readonly Item[];
}

/** `katas/paths/<path>.json`; its schema is `schemas/path.schema.json`. */
export interface LearningPath {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly weeks?: number;
  readonly steps: readonly Step[];
  readonly resources: readonly Item[];
}
