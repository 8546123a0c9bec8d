import { writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { HumanError } from '../core/errors.ts';
import type { GuardedFolder, Writer } from '../core/ports.ts';
import { diskFolder } from './diskFolder.ts';
import { explainFileError } from './fileErrors.ts';

/**
 * The place that a person named on the command line. Below the folder they stand in it is guarded as any name of a
 * workspace, whose links and folders may be a stranger's; elsewhere their word is enough.
 */
export function folderAsked(cwd: string, path: string, writer?: Writer): { folder: GuardedFolder; name: string } {
  const name = nameBelow(cwd, path);
  if (name !== undefined) return { folder: diskFolder(cwd, writer), name };
  return { folder: diskFolder(dirname(resolve(cwd, path)), writer), name: basename(path) };
}

/** Writes the file that a person named on the command line; `over` one that is there, or else never. */
export async function writeAsked(
  { cwd, file, over, may = [] }: { cwd: string; file: string; over: boolean } & Writer,
  text: string,
): Promise<void> {
  const name = nameBelow(cwd, file);
  try {
    if (name === undefined) await writeFile(resolve(cwd, file), text, { flag: over ? 'w' : 'wx' });
    else await diskFolder(cwd, { may })[over ? 'write' : 'create'](name, text);
  } catch (cause) {
    throw cause instanceof HumanError ? cause : explain(cause, file);
  }
}

/** Undefined for what is not below the folder. */
function nameBelow(cwd: string, path: string): string | undefined {
  const name = relative(cwd, resolve(cwd, path));
  const isOutside = name === '' || name === '..' || name.startsWith(`..${sep}`) || isAbsolute(name);
  return isOutside ? undefined : name.split(sep).join('/');
}

function explain(cause: unknown, file: string): HumanError {
  if ((cause as NodeJS.ErrnoException).code === 'EEXIST')
    return new HumanError(`“${file}” is there already; nothing was written.`, { next: 'Choose another name.', cause });
  const next = 'Choose a file in a folder that exists and that you may write to.';
  return explainFileError(cause, file) ?? new HumanError(`“${file}” could not be written.`, { next, cause });
}
