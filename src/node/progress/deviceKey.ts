import { join } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import type { Signer } from '../../core/progress/signature.ts';
import { readRegularFile } from '../readRegularFile.ts';
import { makeSecretKey, signText, type SecretKey } from './ed25519.ts';
import { codeOf, writeDurably, type FileSystem } from './files.ts';

const FILE = 'device.key';
const LIMIT = 4096;
const PART = /^[A-Za-z0-9_-]{43}$/;

/**
 * The key this computer signs its entries with, beside its id, in a file that only its owner may read. It is never part
 * of a bundle, a mirror or an export: whoever has it can speak as this computer.
 */
export async function readDeviceKey(files: FileSystem, directory: string): Promise<SecretKey | undefined> {
  const file = join(directory, FILE);
  const stat = await files.lstat(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (!stat) return undefined;
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) {
    throw new HumanError(`Others on this computer can read the key of your progress, ${file}.`, {
      next: `Run "chmod 600 ${file}", or remove it if somebody may have copied it: a new one is made then.`,
    });
  }
  return toKey((await readRegularFile(file, { limit: LIMIT, disk: files })).toString(), file);
}

/** The key, made if there is none; of two windows that make one, one wins and both have it. */
export async function keepDeviceKey(files: FileSystem, directory: string): Promise<SecretKey> {
  const before = await readDeviceKey(files, directory);
  if (before) return before;
  const made = makeSecretKey();
  const content = `${JSON.stringify({ kty: 'OKP', crv: 'Ed25519', ...made })}\n`;
  await writeDurably(files, { folder: directory, name: FILE, content, replace: false, mode: 0o600 });
  return (await readDeviceKey(files, directory)) ?? made;
}

export function signerOf(device: string, secret: SecretKey): Signer {
  return { device, key: secret.x, sign: (text) => signText(text, secret) };
}

function toKey(text: string, file: string): SecretKey {
  try {
    const { x, d } = JSON.parse(text) as SecretKey;
    if (PART.test(x) && PART.test(d)) return { x, d };
  } catch {
    // Said below.
  }
  throw new HumanError(`What stands in ${file} is no key.`, {
    next: 'Put it back from a copy, or remove it: a new one is made then, and your log stays as it is.',
  });
}
