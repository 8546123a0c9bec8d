import { HumanError } from '../errors.ts';

/** The first part of a name: `tests/pairs.test.ts` → `tests`. */
export function firstSegment(name: string): string {
  const slash = name.indexOf('/');
  return slash === -1 ? name : name.slice(0, slash);
}

export function joinNames(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

/** The folder a name stands in; `''` for a name without one. */
export function parentOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

/**
 * Whether a name from a kata or a workspace may be written or read: relative, forward slashes, nothing hidden, no way
 * out of its folder. Names come from packs a learner did not write, so they are checked where they are used.
 */
export function isSafeName(name: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_. -]*(\/[\p{L}\p{N}_][\p{L}\p{N}_. -]*)*$/u.test(name) && !/[. ](\/|$)/.test(name);
}

export function requireSafeName(name: string): string {
  if (isSafeName(name)) return name;
  throw new HumanError(`“${name}” is not a name that a kata may use.`, {
    next: 'Use letters, digits, “.”, “-” and “_”, and stay inside the kata’s folder.',
  });
}
