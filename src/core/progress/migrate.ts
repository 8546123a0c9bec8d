import { EVENT_VERSION, type KnownEvent, type ProgressEvent } from '../model/event.ts';

/**
 * From each older version to the next one; the lines on disk stay as they were written. Whoever raises
 * `EVENT_VERSION` adds a step here and a log of the version before to `test/core/progress/versions/`.
 */
const steps: Readonly<Record<number, (event: ProgressEvent) => ProgressEvent>> = {};

/** The event as this build understands it; undefined when a later build wrote it. */
export function migrate(event: ProgressEvent): KnownEvent | undefined {
  let migrated = event;
  while (migrated.v < EVENT_VERSION) migrated = steps[migrated.v]!(migrated);
  return migrated.v === EVENT_VERSION ? (migrated as KnownEvent) : undefined;
}
