import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder that is either whole or not there.
 *
 * The work is done in a folder beside it that gets its name at the end, so that an interrupted run leaves no half folder,
 * and of two runs at once the slower one throws its copy away. What a killed run left is removed by the next.
 */
export async function makeOnce(folder: string, work: (stage: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  removeAbandoned(folder);
  const stage = `${folder}.${process.pid}-${nextStage++}.stage`;
  mkdirSync(stage, { recursive: true });
  try {
    await work(stage);
    try {
      renameSync(stage, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
    }
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

let nextStage = 1;

function removeAbandoned(folder: string): void {
  const parent = dirname(folder);
  const pattern = /^\.(\d+)-\d+\.stage$/;
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    if (!name.startsWith(basename(folder))) continue;
    const owner = pattern.exec(name.slice(basename(folder).length))?.[1];
    if (owner && !isAlive(Number(owner))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
