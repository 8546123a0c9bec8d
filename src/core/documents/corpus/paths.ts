/** The folder of a path, without a slash at its end; `''` for a file at the root. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), 0));
}

/** The path a relative link means, seen from the file it stands in; undefined when it leaves the root. */
export function resolvePath(from: string, target: string): string | undefined {
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of decode(target).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The address of a relative link from one file to another. */
export function toRelative(from: string, target: string): string {
  const start = from.split('/').slice(0, -1);
  const end = target.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  const up = start.length - shared;
  return encode([...Array<string>(up).fill('..'), ...end.slice(shared)].join('/') || target);
}

/** Parentheses that a link's address may hold as they are: those that close what they open. */
const BALANCED = /^[^()]*(?:\([^()]*\)[^()]*)*$/;

/** Encodes what would end an address or mean something else in it. All other letters stay as a reader knows them. */
function encode(path: string): string {
  const readable = path.replace(/[\s<>%#?\\]/g, (unit) => encodeURIComponent(unit));
  if (BALANCED.test(readable)) return readable;
  return readable.replaceAll('(', '%28').replaceAll(')', '%29');
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
