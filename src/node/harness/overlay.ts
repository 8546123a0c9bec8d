import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import type { Files } from '../../core/runs/runner.ts';

/** A fresh folder that holds what a run may see, and nothing else of the workspace. */
export interface Overlay {
  readonly path: string;
  dispose(): Promise<void>;
}

/** Lays files out in a new folder of the system's temporary directory. Throws a `HumanError` when that fails. */
export async function makeOverlay(files: Files): Promise<Overlay> {
  try {
    const path = await realpath(await mkdtemp(join(tmpdir(), 'katapath-')));
    const overlay = {
      path,
      dispose: () => rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined),
    };
    try {
      await Promise.all(
        [...new Set(Object.keys(files).map(dirname))].map((folder) => mkdir(join(path, folder), { recursive: true })),
      );
      await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(path, name), text)));
      return overlay;
    } catch (error) {
      await overlay.dispose();
      throw error;
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new HumanError(`The folder for this run could not be made (${code}).`, {
      next:
        code === 'ENOSPC'
          ? 'The disk is full; free some space and try again.'
          : `Check that ${tmpdir()} can be written to.`,
      cause: error,
    });
  }
}
