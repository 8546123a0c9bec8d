import { HumanError } from '../core/errors.ts';
import { RefusedFile } from './readRegularFile.ts';

const advice: Readonly<Record<string, string>> = {
  EACCES: 'Give yourself the right to read and write it.',
  EPERM: 'Give yourself the right to read and write it.',
  EROFS: 'The disk is read-only; open the folder from a place you can write to.',
  ENOSPC: 'The disk is full; free some space and try again.',
  EDQUOT: 'Your disk quota is used up; free some space and try again.',
  EISDIR: 'A folder stands where a file should be; rename or remove it.',
  ENOTDIR: 'A file stands where a folder should be; rename or remove it.',
  ENAMETOOLONG: 'Use a shorter name, or a folder nearer to the root of the disk.',
};

/**
 * What the system said about a file, in words; undefined for what is no such error. `name` is what the person calls the
 * file, else its path is told.
 */
export function explainFileError(error: unknown, name?: string): HumanError | undefined {
  const { code = '', path = 'A file' } = error as NodeJS.ErrnoException;
  const next = advice[code];
  return next ? new HumanError(`“${name ?? path}” could not be used (${code}).`, { next, cause: error }) : undefined;
}

/** Why a file that is there could not be read, whatever the system said. */
export function explainUnreadable(error: unknown, name: string): HumanError {
  if (error instanceof RefusedFile)
    return new HumanError(`“${name}” ${error.message}.`, { next: 'Put an ordinary file in its place.', cause: error });
  const { code = String(error) } = error as NodeJS.ErrnoException;
  const next = 'If it is a link, let it lead to a file; else try again.';
  return (
    explainFileError(error, name) ?? new HumanError(`“${name}” could not be read (${code}).`, { next, cause: error })
  );
}
