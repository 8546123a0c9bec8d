import { HumanError } from '../errors.ts';
import { makeSecret, toSigningKey, type SigningKey } from './key.ts';

/** Where a host keeps the one secret: the editor's secret storage, or a file only its owner may read. */
export interface KeyStore {
  read(): Promise<string | undefined>;
  write(secret: string): Promise<void>;
}

/** The person's key; made and kept the first time it is needed. */
export async function loadOrMakeKey(store: KeyStore): Promise<SigningKey> {
  return (await loadKey(store)) ?? keepKey(store, makeSecret());
}

/** @throws HumanError when something is stored that is no key: it is never written over. */
export async function loadKey(store: KeyStore): Promise<SigningKey | undefined> {
  const secret = await readSecret(store);
  if (secret === undefined) return undefined;
  const key = toSigningKey(secret);
  if (key) return key;
  throw new HumanError('What is stored as your signing key is not one.', {
    next: 'Put the key back from a copy, or remove it: a new one is made then, and what you signed before stays valid.',
  });
}

async function keepKey(store: KeyStore, secret: string): Promise<SigningKey> {
  try {
    await store.write(secret);
  } catch (cause) {
    throw new HumanError('A signing key could not be stored on this computer.', {
      next: 'Unlock the keyring of your system, or give yourself write access to the folder of your progress.',
      cause,
    });
  }
  // Another window may have been as quick; what is stored now is the key.
  return (await loadKey(store)) ?? toSigningKey(secret)!;
}

async function readSecret(store: KeyStore): Promise<string | undefined> {
  try {
    return await store.read();
  } catch (cause) {
    if (cause instanceof HumanError) throw cause;
    throw new HumanError('Your signing key could not be read.', {
      next: 'Unlock the keyring of your system and do it again. No new key was made.',
      cause,
    });
  }
}
