import type { Catalog } from '../model/catalog.ts';
import type { Disposable } from '../ports.ts';
import type { ForeignDevice } from './devices.ts';
import type { KnownEvent, NewEvent, ProgressEvent } from '../model/event.ts';
import type { ProgressState } from './state.ts';

/** Something the person should know about their log. `message` says what happened, `next` what to do about it. */
export interface ProgressNotice {
  readonly kind:
    | 'recovered'
    | 'quarantined'
    | 'unreadable-lines'
    | 'foreign-events'
    | 'newer-events'
    | 'mirror-unavailable'
    | 'read-only';
  readonly message: string;
  readonly next: string;
  /** `foreign-events`: the device in whose name they are. */
  readonly device?: string;
}

/** The learner's log and what it means. The one place where progress lives. */
export interface ProgressStore extends Disposable {
  /** What the events are about: the bundled paths and katas, and the workspace's own paths. */
  readonly catalog: Catalog;
  /** The fold of the learner's own events; a new value after every change. */
  readonly state: ProgressState;
  /**
   * The learner's own events in their order; a later build's among them. The list may grow in place. The state of a long
   * log can be there without them: whoever needs them awaits `refresh` first.
   */
  readonly events: readonly ProgressEvent[];
  /** Events that do not count: of devices the learner has not adopted, or without a proof that they are the learner's. */
  readonly foreign: readonly ForeignDevice[];
  readonly notices: readonly ProgressNotice[];
  /** The id of this computer in the log. */
  readonly device: string;
  /**
   * Resolves, with the finished events, once they are safely on disk. Rejects with a `HumanError` that says "not
   * recorded" when they are not: then nothing of them counts.
   */
  append(events: readonly NewEvent[]): Promise<readonly KnownEvent[]>;
  /** Called after every change of `state`, `foreign` or `notices`, whoever made it. */
  onDidChange(listener: () => void): Disposable;
  /** Reads what others have written meanwhile, and every event that only a checkpoint spoke for. */
  refresh(): Promise<void>;
}
