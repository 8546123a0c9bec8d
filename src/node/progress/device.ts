import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { deviceOfKey } from '../../core/progress/signature.ts';
import { readRegularFile } from '../readRegularFile.ts';
import { keepDeviceKey, readDeviceKey } from './deviceKey.ts';
import { writeDurably, type FileSystem } from './files.ts';

const FILE = 'device.json';
const LIMIT = 4096;
const DEVICE = /^[0-9a-f]{16}$/;
const LOG = /^([0-9a-f]{16})\.\d+\.jsonl$/;

/** Who this computer is in the log. `key` is the public half of what it signs with, empty where there is none. */
export interface Device {
  readonly device: string;
  readonly key: string;
  /** Nothing was written yet: the id is a stand-in until something is. */
  readonly isNew: boolean;
}

/**
 * The id is kept in `device.json`; when that is gone, the names of the logs beside it still tell. A computer that is
 * known since before there were keys gets one the first time it is met.
 */
export async function readDevice(files: FileSystem, directory: string): Promise<Device> {
  const device = (await readKept(files, directory)) ?? (await fromLogNames(files, directory));
  if (device === undefined) return { device: randomBytes(8).toString('hex'), key: '', isNew: true };
  return { device, key: await readOrMakeKey(files, directory), isNew: false };
}

/** Makes this computer known: its id is the name of its key. Where another window was quicker, its id is the one. */
export async function keepDevice(files: FileSystem, directory: string): Promise<Device> {
  const { x: key } = await keepDeviceKey(files, directory);
  const content = `${JSON.stringify({ device: deviceOfKey(key) })}\n`;
  await writeDurably(files, { folder: directory, name: FILE, content, replace: false });
  return { device: (await readKept(files, directory)) ?? deviceOfKey(key), key, isNew: false };
}

/** Without a key the log is read and written as ever; only what leaves this computer would have to be signed. */
async function readOrMakeKey(files: FileSystem, directory: string): Promise<string> {
  try {
    return ((await readDeviceKey(files, directory)) ?? (await keepDeviceKey(files, directory))).x;
  } catch {
    return '';
  }
}

async function readKept(files: FileSystem, directory: string): Promise<string | undefined> {
  try {
    const bytes = await readRegularFile(join(directory, FILE), { limit: LIMIT, disk: files });
    const { device } = JSON.parse(bytes.toString()) as { device: string };
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
