import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import type { Files } from '../../core/runs/runner.ts';
import { makeRunFolder } from './runFolder.ts';
import type { Supervisor } from './supervisor.ts';

/** A fresh folder that holds what a run may see, and nothing else of the workspace. */
export interface Overlay {
  readonly path: string;
  /** Nothing of the run is needed any more. */
  dispose(): void;
}

/**
 * Lays files out in a new folder of the system's temporary directory, which does not outlive this program. Throws a
 * `HumanError` when that fails.
 *
 * Synchronous on purpose: a few small files take less than a millisecond, and a learner waits for the verdict.
 */
export function makeOverlay(files: Files, supervisor: Supervisor): Overlay {
  let path: string | undefined;
  try {
    path = makeRunFolder();
    supervisor.addFolder(path);
    for (const folder of new Set(Object.keys(files).map(dirname))) mkdirSync(join(path, folder), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    return { path, dispose: supervisor.removeFolder.bind(supervisor, path) };
  } catch (error) {
    if (path) supervisor.removeFolder(path);
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    throw new HumanError(`The folder for this run could not be made (${code}).`, {
      next: isFull ? 'The disk is full; free some space and try again.' : `Check that ${tmpdir()} can be written to.`,
      cause: error,
    });
  }
}
