import type { SecretStorage } from 'vscode';
import type { KeyStore } from '../../core/credential/keyStore.ts';

const KEY = 'katapath.signingKey';

/** The signing key in the keyring of the system, by way of VS Code. */
export function secretKeyStore(secrets: SecretStorage): KeyStore {
  return {
    read: async () => secrets.get(KEY),
    write: async (secret) => secrets.store(KEY, secret),
  };
}
