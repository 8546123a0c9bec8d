import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import type { Files } from '../../core/runs/runner.ts';

/** A fresh folder that holds what a run may see, and nothing else of the workspace. */
export interface Overlay {
  readonly path: string;
  dispose(): Promise<void>;
}

/**
 * Lays files out in a new folder of the system's temporary directory. Throws a `HumanError` when that fails.
 *
 * Synchronous on purpose: a few small files take less than a millisecond, and a learner waits for the verdict.
 */
export function makeOverlay(files: Files): Overlay {
  let path: string | undefined;
  try {
    path = mkdtempSync(join(realpathSync(tmpdir()), 'katapath-'));
    for (const folder of new Set(Object.keys(files).map(dirname))) mkdirSync(join(path, folder), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    return { path, dispose: remove.bind(undefined, path) };
  } catch (error) {
    if (path) void remove(path);
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    throw new HumanError(`The folder for this run could not be made (${code}).`, {
      next: isFull ? 'The disk is full; free some space and try again.' : `Check that ${tmpdir()} can be written to.`,
      cause: error,
    });
  }
}

/** What cannot be removed now is the system's to clean up: it stands in its temporary directory. */
function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}
