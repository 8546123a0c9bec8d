import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyStore } from '../../core/credential/keyStore.ts';
import { HumanError } from '../../core/errors.ts';
import { readGiven } from '../readGiven.ts';
import { codeOf, makeFolder, realFiles, writeDurably } from '../progress/files.ts';

const FOLDER = 'keys';
const FILE = 'signing-key';

/**
 * The signing key in a file that only its owner may read, beside the log: what the command line has instead of the
 * editor's secret storage. A key that others can read is not used.
 */
export function fileKeyStore(directory: string): KeyStore {
  const folder = join(directory, FOLDER);
  const file = join(folder, FILE);
  return {
    async read() {
      const found = await stat(file).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw error;
      });
      if (!found) return undefined;
      if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
        throw new HumanError(`Others on this computer can read your signing key, ${file}.`, {
          next: `Run "chmod 600 ${file}", or remove it if somebody may have copied it: a new one is made then.`,
        });
      }
      return (await readGiven(file)).toString();
    },
    async write(secret) {
      await makeFolder(realFiles, folder);
      await chmod(folder, 0o700);
      await writeDurably(realFiles, { folder, name: FILE, content: `${secret}\n`, replace: false, mode: 0o600 });
    },
  };
}
