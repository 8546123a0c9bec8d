import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { HumanError } from '../core/errors.ts';
import { explainUnreadable } from './fileErrors.ts';
import { readRegularFile, RefusedFile } from './readRegularFile.ts';

/** Larger than any document, settings, credential or log; a file beyond it would only stall whoever reads it. */
export const LARGEST = 128 * 2 ** 20;

/**
 * The bytes of a file that a person named: their word is enough to go through a link, and to wherever it leads. Throws
 * `RefusedFile` for what is no file or too large, or what the system says.
 */
export async function readGiven(path: string): Promise<Buffer> {
  return readRegularFile(await realpath(path), { limit: LARGEST });
}

/** The same for a file named on the command line, with what stands in the way turned into words. */
export async function readAsked(cwd: string, file: string): Promise<Buffer> {
  try {
    return await readGiven(resolve(cwd, file));
  } catch (cause) {
    if (cause instanceof RefusedFile) throw explainUnreadable(cause, file);
    throw new HumanError(`${file} could not be read.`, { next: 'Check its name and that you may read it.', cause });
  }
}

/**
 * The bytes of a file of a workspace, which may come from a stranger: a link leads to another file of the same
 * workspace, or nowhere. Throws as `readGiven` does.
 */
export async function readWithin(root: string, file: string): Promise<Buffer> {
  const path = await realpath(join(root, file));
  const name = relative(await realpath(root), path);
  if (name === '..' || name.startsWith(`..${sep}`) || isAbsolute(name))
    throw new RefusedFile('is, or stands behind, a link that leads out of this folder');
  return readRegularFile(path, { limit: LARGEST });
}
