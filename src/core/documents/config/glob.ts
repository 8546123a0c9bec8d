import type { Config } from '../../model/config.ts';
import { compilePattern, type Pattern } from '../../text/pattern/pattern.ts';
import { toGlobSource } from './globPattern.ts';

/** The profile the configuration gives a path, `none` for an ignored one, undefined when it has no opinion. */
export function settleProfile(file: string, { documents = [], ignore = [] }: Config): string | undefined {
  if (matchesGlobs(ignore, file)) return 'none';
  return documents.find(({ files }) => matchesGlobs(files, file))?.profile;
}

/** The kind of artifact the configuration gives a path, in the same way. */
export function settleArtifact(file: string, { artifacts = [], ignore = [] }: Config): string | undefined {
  if (matchesGlobs(ignore, file)) return 'none';
  return artifacts.find(({ files }) => matchesGlobs(files, file))?.kind;
}

/** Whether a list of globs means a path. One that begins with `!` takes out again what those before it have named. */
export function matchesGlobs(globs: string | readonly string[], file: string): boolean {
  let isMeant = false;
  for (const glob of [globs].flat()) {
    const isExcept = glob.startsWith('!');
    if (isMeant === isExcept && matchesGlob(isExcept ? glob.slice(1) : glob, file)) isMeant = !isExcept;
  }
  return isMeant;
}

/**
 * `*` and `?` within a folder, `**` across folders, `[a-z]` and `[!a-z]` one character, `{a,b}` either and `{1..9}` a
 * number; a glob without a slash means the name anywhere, and a folder's name everything below it.
 */
export function matchesGlob(glob: string, file: string): boolean {
  return compileGlob(glob).test(file);
}

/** Throws a `PatternError` for a glob that cannot be used. */
export function compileGlob(glob: string): Pattern {
  const known = patterns.get(glob) ?? compilePattern(toGlobSource(glob), 'u', MOST_STEPS);
  if (patterns.size >= MOST_KNOWN) patterns.clear();
  patterns.set(glob, known);
  return known;
}

const patterns = new Map<string, Pattern>();
const MOST_KNOWN = 2000;
/** A glob may be a long path, and the names it is held against are short. */
const MOST_STEPS = 400;
