import type { Config } from '../../model/config.ts';

/** The profile the configuration gives a path, `none` for an ignored one, undefined when it has no opinion. */
export function settleProfile(file: string, { documents = [], ignore = [] }: Config): string | undefined {
  if (ignore.some((glob) => matchesGlob(glob, file))) return 'none';
  const settled = documents.find(({ files }) => [files].flat().some((glob) => matchesGlob(glob, file)));
  return settled?.profile;
}

/** The kind of artifact the configuration gives a path, in the same way. */
export function settleArtifact(file: string, { artifacts = [], ignore = [] }: Config): string | undefined {
  if (ignore.some((glob) => matchesGlob(glob, file))) return 'none';
  return artifacts.find(({ files }) => [files].flat().some((glob) => matchesGlob(glob, file)))?.kind;
}

/** `*` and `?` within a folder, `**` across folders, `{a,b}` either; a glob without a slash means the name anywhere, and a folder's name everything below it. */
export function matchesGlob(glob: string, file: string): boolean {
  const known = patterns.get(glob) ?? toPattern(glob);
  patterns.set(glob, known);
  return known.test(file);
}

const patterns = new Map<string, RegExp>();

function toPattern(glob: string): RegExp {
  const isFolder = /\/+$/.test(glob);
  const name = glob.replace(/\/+$/, '');
  const rooted = (name.includes('/') ? name.replace(/^\.?\//, '') : `**/${name}`)
    // Two in a row mean the same, and trying all the ways to share a path between many takes for ever.
    .replace(/(?:\*\*\/)+/g, '**/')
    .replace(/\*{3,}/g, '**');
  const below = isFolder ? '/.*' : /[*?{][^/]*$/.test(rooted) ? '' : '(?:/.*)?';
  let source = '';
  let braces = 0;
  for (let at = 0; at < rooted.length; at++) {
    const character = rooted[at]!;
    if (rooted.startsWith('**/', at)) {
      source += '(?:[^/]*/)*';
      at += 2;
    } else if (rooted.startsWith('**', at)) {
      source += '.*';
      at += 1;
    } else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (character === '{' && rooted.indexOf('}', at) > 0) {
      braces++;
      source += '(?:';
    } else if (character === '}' && braces > 0) {
      braces--;
      source += ')';
    } else if (character === ',' && braces > 0) source += '|';
    else source += character.replace(/[.+^$()[\]{}|\\]/g, '\\$&');
  }
  return new RegExp(`^${source}${')'.repeat(braces)}${below}$`, 'u');
}
