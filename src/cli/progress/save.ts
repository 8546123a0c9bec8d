import { writeFile } from 'node:fs/promises';
import { HumanError } from '../../core/errors.ts';

/** Writes what a person asked to have in a file; `file` is absolute. */
export async function save(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw new HumanError(`“${file}” could not be written.`, {
      next: 'Choose a file in a folder that exists and that you may write to.',
      cause,
    });
  }
}
