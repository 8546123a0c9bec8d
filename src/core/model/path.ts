import type { Evidence } from './event.ts';

export type ItemKind = 'kata' | 'document' | 'artifact' | 'checklist' | 'evidence' | 'reading' | 'practice';

/** How often a practice falls due. */
export type Cadence = 'day' | 'week' | 'month' | 'quarter';

/** One thing to do. `id` is opaque and permanent; a rename leaves the old one in `aliases`. */
export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  /** What doing it means, and what proves it: a sentence or two, shown as the tooltip. */
  readonly detail?: string;
  readonly aliases?: readonly string[];
  /** Not there yet: shown as such, and never counts as done. Of a kata this need not be said: one without a folder is planned. */
  readonly planned?: boolean;
  /** `kata`: the kata's id. */
  readonly kata?: string;
  /** `document`: the profile's id. */
  readonly profile?: string;
  /** `artifact`: the kind of file that must pass its check, as in `schemas/artifacts/`: `kubernetes/deployment`. */
  readonly artifact?: string;
  /** `checklist`, `reading`: the question that the note answers; where it is asked, a tick counts only with a note. */
  readonly asks?: string;
  /** `practice`: how often it falls due. */
  readonly every?: Cadence;
  /** `practice`: how long it takes. */
  readonly minutes?: number;
  /** `reading`, `evidence`: where to read or look. */
  readonly url?: string;
  /** `evidence`: the kinds that can prove it; any but a note where this is absent. */
  readonly accepts?: readonly Evidence['kind'][];
  /** `evidence` by a pull request: how many stars the repository should have. The learner states them. */
  readonly stars?: number;
  readonly review?: ReviewNeed;
}

/** What a path asks for before an outcome counts as closed, beside its proof. */
export interface ReviewNeed {
  readonly approvals: number;
  /** Only reviews signed with an allowed key; otherwise those imported from GitHub count too, as the weaker class. */
  readonly signed?: boolean;
}

/** From and to, both counted from 1 and both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Steps that belong together: a month or a module. */
export interface Phase {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  /** Calendar months from the path's start; absent for what goes on all the time. */
  readonly months?: Span;
}

/** A part of a path: a week, a topic or an outcome, in order. */
export interface Step {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  readonly required: boolean;
  /** The phase it stands in. */
  readonly phase?: string;
  /** Weeks of its phase; of the path where the phase has no months, or there is none. */
  readonly weeks?: Span;
  /** So many of the items close the step, whichever the learner chooses; all of them where this is absent. */
  readonly choose?: number;
  /** Ids of steps that must be closed before this one opens. */
  readonly after?: readonly string[];
  readonly review?: ReviewNeed;
  readonly items: readonly Item[];
}

/** A path as it is followed: every item in its place. */
export interface LearningPath {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Paths are listed by it, smallest first. */
  readonly order?: number;
  readonly weeks?: number;
  readonly phases?: readonly Phase[];
  readonly steps: readonly Step[];
  readonly resources: readonly Item[];
}

/** An item, or the id of one that is written out in this or another path: a topic that paths share is one item. */
export type ItemEntry = Item | string;

/** `katas/paths/<path>.json` as it is written; its schema is `schemas/path.schema.json`. */
export interface PathFile extends Omit<LearningPath, 'steps' | 'resources'> {
  readonly steps: readonly (Omit<Step, 'items'> & { readonly items: readonly ItemEntry[] })[];
  readonly resources: readonly ItemEntry[];
}
