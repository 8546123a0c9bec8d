import { HumanError } from './errors.ts';

/** What other programs act upon by itself being there: nothing is written into it but by who says that it `may`. */
const reserved: ReadonlySet<string> = new Set(['.git', '.katapath', '.vscode']);

/** The short names that Windows gives them: `GIT~1`, `KATAPA~1`, or with a hash, `GI1A2B~1`. */
const shortName = /^(?:git|katapa|vscode|(?:gi|ka|vs)[0-9a-f]{4})~\d+$/;

/** Folders of programs that git starts, here or in a repository within this one. */
const hookFolder = /^(?:\.?hooks|\.githooks|\.husky)$/;

/** What a terminal or an editor obeys instead of showing it: control characters, and those that turn the direction. */
const orders = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** The parts of a name; throws when it is absolute, climbs out, or means something else on another system. */
export function toSegments(name: string): readonly string[] {
  if (name === '') return [];
  const segments = name.split('/');
  const climbs = segments.some((segment) => segment === '' || segment === '.' || segment === '..');
  if (!climbs && !/[\0\\]|^[a-z]:/i.test(name)) return segments;
  throw new HumanError(`“${name}” does not name a file inside this folder.`, {
    next: 'Use a relative name with forward slashes and without “..”.',
  });
}

/**
 * The parts of a name that a file may be written or removed under. A workspace names what is written into it, so nothing
 * is that git, VS Code or Katapath would act upon later. `may` lists what this writer has there: `.katapath/reviews`.
 *
 * @throws HumanError for every other name.
 */
export function toWritable(name: string, may: readonly string[] = []): readonly string[] {
  const segments = toSegments(name);
  if (orders.test(name))
    throw new HumanError(`“${name}” holds characters that cannot be seen; nothing is written under such a name.`, {
      next: 'Use a name of letters, digits and marks that can be seen.',
    });
  const own = may.find((place) => name === place || name.startsWith(`${place}/`));
  const left = own === undefined ? segments : segments.slice(own.split('/').length);
  if (segments.length > 0 && !left.some(isReserved) && !isHook(segments)) return segments;
  throw new HumanError(`Nothing is written to “${name}”: git, VS Code or Katapath would act upon it.`, {
    next: 'Choose another place for this file, outside of their folders.',
  });
}

export function isWritable(name: string): boolean {
  try {
    return toWritable(name).length > 0;
  } catch {
    return false;
  }
}

function isReserved(segment: string): boolean {
  const plain = toPlain(segment);
  return reserved.has(plain) || shortName.test(plain);
}

/** Programs among the hooks have no extension; a page about hooks has one. */
function isHook(segments: readonly string[]): boolean {
  const plain = segments.map(toPlain);
  return plain.slice(0, -1).some((folder) => hookFolder.test(folder)) && !/.\.\w/.test(plain.at(-1)!);
}

/**
 * A part of a name as the most forgiving file system takes it: without regard to case, to marks that cannot be seen, to
 * dots and blanks at its end, and to what NTFS calls a stream.
 */
function toPlain(segment: string): string {
  return segment
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/(?<=.):.*$/su, '')
    .replace(/[. ]+$/, '')
    .toLowerCase();
}
