import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { sha256Hex } from '../../core/progress/hash.ts';
import { writeDurably, type FileSystem } from './files.ts';

const FILE = 'device.json';
const DEVICE = /^[0-9a-f]{16}$/;
const LOG = /^([0-9a-f]{16})\.\d+\.jsonl$/;

/**
 * Who this computer is in the log. The id is made once and kept in `device.json`; when that is gone, the names of the
 * logs beside it still tell. `wanted` is the id to take for a computer that is new, if its host knows one.
 */
export async function readDevice(
  files: FileSystem,
  directory: string,
  wanted: string | undefined,
): Promise<{ device: string; isNew: boolean }> {
  const kept = (await readKept(files, directory)) ?? (await fromLogNames(files, directory));
  return kept ? { device: kept, isNew: false } : { device: wanted ?? randomBytes(8).toString('hex'), isNew: true };
}

/** Keeps the id; where another window was quicker, its id is the one. */
export async function keepDevice(files: FileSystem, directory: string, device: string): Promise<string> {
  const content = `${JSON.stringify({ device })}\n`;
  await writeDurably(files, { folder: directory, name: FILE, content, replace: false });
  return (await readKept(files, directory)) ?? device;
}

/** The id of a computer whose host has a stable name for it, such as VS Code's machine id: the same after a rebuild. */
export function deviceOfIdentity(identity: string): string {
  return sha256Hex(`katapath device ${identity}`).slice(0, 16);
}

async function readKept(files: FileSystem, directory: string): Promise<string | undefined> {
  try {
    const { device } = JSON.parse(await files.readFile(join(directory, FILE), 'utf8')) as { device: string };
    return DEVICE.test(device) ? device : undefined;
  } catch {
    return undefined;
  }
}

async function fromLogNames(files: FileSystem, directory: string): Promise<string | undefined> {
  const names = await files.readdir(join(directory, 'log')).catch(() => []);
  return names
    .sort()
    .map((name) => LOG.exec(name)?.[1])
    .find((device) => device !== undefined);
}
