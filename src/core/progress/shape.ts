import { schemas } from 'katapath:schemas';

const { validate } = schemas['progress-event']!;

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
