import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { HumanError } from '../core/errors.ts';
import { toSegments, toWritable } from '../core/fileNames.ts';
import type { FolderEntry, GuardedFolder, Writer } from '../core/ports.ts';
import { explainFileError } from './fileErrors.ts';

/** Nothing Katapath keeps is larger; a file that is would only stall whoever reads it. */
const largestFile = 64 * 1024 * 1024;

/**
 * A folder on disk. It refuses names that leave it and never follows a symbolic link below its root, for reading,
 * writing or removing; the root itself may be reached through one.
 */
export function diskFolder(root: string, { may }: Writer = {}): GuardedFolder {
  const resolve = (name: string) => join(root, ...toSegmentsHere(name));

  /** Refuses a link anywhere on the way to a name, and says whether there is something at its end. */
  async function inspect(name: string): Promise<'file' | 'folder' | 'other' | undefined> {
    let path = root;
    let kind: 'file' | 'folder' | 'other' = 'folder';
    for (const segment of toSegmentsHere(name)) {
      path = join(path, segment);
      const status = await lstat(path).catch(unlessAbsent);
      if (!status) return undefined;
      if (status.isSymbolicLink()) throw linkError(name);
      kind = status.isFile() ? 'file' : status.isDirectory() ? 'folder' : 'other';
    }
    return kind;
  }

  const put = (name: string, text: string, flags: number) =>
    explained(name, async () => {
      const folder = toWritable(name, may).slice(0, -1);
      const kind = await inspect(name);
      if (kind === 'other') throw notAFileError(name);
      await mkdir(join(root, ...folder), { recursive: true });
      // Once more: a folder of the way may have been exchanged for a link since it was looked at.
      await inspect(folder.join('/'));
      await writeText(resolve(name), text, flags);
    });

  return {
    async read(name) {
      return explained(name, async () => {
        const kind = await inspect(name);
        if (kind === undefined) return undefined;
        if (kind !== 'file') throw notAFileError(name);
        return readText(resolve(name), name);
      });
    },
    async list(name) {
      return explained(name, async () => {
        const kind = await inspect(name);
        if (kind !== 'folder') return [];
        const entries = await readdir(resolve(name), { withFileTypes: true }).catch(unlessAbsent);
        return (entries ?? [])
          .flatMap((entry): FolderEntry[] => {
            if (entry.isSymbolicLink()) return [{ name: entry.name, kind: 'link' }];
            if (entry.isDirectory()) return [{ name: entry.name, kind: 'folder' }];
            return entry.isFile() ? [{ name: entry.name, kind: 'file' }] : [];
          })
          .sort((a, b) => (a.name < b.name ? -1 : 1));
      });
    },
    async write(name, text) {
      return put(name, text, constants.O_TRUNC);
    },
    async create(name, text) {
      return put(name, text, constants.O_EXCL);
    },
    async remove(name) {
      return explained(name, async () => {
        // A link at the very end may go: removing it touches nothing beyond the folder.
        await inspect(toWritable(name, may).slice(0, -1).join('/'));
        await rm(resolve(name), { recursive: true, force: true });
      });
    },
  };
}

/** On Windows a colon names a drive, or a stream within a file. */
function toSegmentsHere(name: string): readonly string[] {
  const segments = toSegments(name);
  if (sep !== '\\' || !name.includes(':')) return segments;
  throw new HumanError(`“${name}” cannot be the name of a file here.`, { next: 'Use a name without “:”.' });
}

async function readText(path: string, name: string): Promise<string> {
  // O_NONBLOCK and O_NOFOLLOW close the gap between looking and opening: a pipe or a link put there meanwhile.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags);
  try {
    const { size } = await file.stat();
    if (size > largestFile) throw tooLargeError(name);
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

async function writeText(path: string, text: string, flags: number): Promise<void> {
  const whole = constants.O_WRONLY | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, whole | flags);
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}

const errorCode = (error: unknown) => (error as NodeJS.ErrnoException).code;

function unlessAbsent(error: unknown): undefined {
  if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
  throw error;
}

const linkError = (name: string) =>
  new HumanError(`“${name}” is, or stands behind, a symbolic link.`, {
    next: 'Put an ordinary file or folder in its place; links are not followed.',
  });

const notAFileError = (name: string) =>
  new HumanError(`“${name}” is not a file.`, { next: 'Put an ordinary file in its place.' });

const isThereError = (name: string) =>
  new HumanError(`“${name}” is there already; nothing was written.`, { next: 'Choose another name.' });

const tooLargeError = (name: string) =>
  new HumanError(`“${name}” is larger than ${largestFile / 1024 / 1024} MB.`, { next: 'Make it smaller.' });

/** The same work, with what the system says about it turned into words. */
async function explained<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (errorCode(error) === 'ELOOP') throw linkError(name);
    if (errorCode(error) === 'EEXIST') throw isThereError(name);
    throw explainFileError(error, name || 'The folder') ?? error;
  }
}
