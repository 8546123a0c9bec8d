import { validate } from 'katapath:schema/progress-event';

/**
 * What keeps a parsed line from being an event, in words; undefined when nothing does.
 *
 * Types and versions this build does not know pass on their header alone: a later build wrote them, and dropping them
 * would lose a learner's work on a downgrade.
 */
export function findFlaw(value: unknown): string | undefined {
  if (validate(value)) return undefined;
  const error = validate.errors?.find(({ keyword }) => keyword !== 'if');
  if (!error) return 'not an entry of the log';
  const where = error.instancePath.slice(1).replaceAll('/', '.');
  return where ? `"${where}" ${error.message}` : `the entry ${error.message}`;
}

/** The same for a line of the learner's own log, until there is time to look closer: enough to sort it and set it aside. */
export function findBareFlaw(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'not an entry of the log';
  const { v, id, dev, at, type, h } = value as Record<string, unknown>;
  const isEvent =
    typeof v === 'number' && v >= 1 && [id, dev, at, type, h].every((each) => typeof each === 'string' && each !== '');
  return isEvent ? undefined : 'not an entry of the log';
}
