import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import { parseAllowedSigners, type AllowedSigner } from '../../core/proof/allowedSigners.ts';
import { NAMESPACE } from '../../core/proof/reviewFiles.ts';
import { explainUnreadable } from '../fileErrors.ts';
import { readGiven } from '../readGiven.ts';
import { RefusedFile } from '../readRegularFile.ts';
import { codeOf, makeFolder, realFiles } from '../progress/files.ts';

const FILE = 'allowed_signers';

/**
 * Whose reviews count, in the form of ssh-keygen. It lies beside the learner's log, never in a repository: whoever
 * writes a branch could allow themselves there.
 */
export async function readSigners(directory: string): Promise<AllowedSigner[]> {
  return parseAllowedSigners(await readText(directory));
}

/** @throws HumanError when the key is not one that can be checked here. */
export async function allowSigner(directory: string, { name, key }: { name: string; key: string }): Promise<void> {
  const [type, blob] = key.trim().split(/\s+/);
  const line = `${name} namespaces="${NAMESPACE}" ${type ?? ''} ${blob ?? ''}`;
  const [signer] = parseAllowedSigners(line);
  if (!/^[\w.@+-]{1,100}$/.test(name) || !signer) {
    throw new HumanError('This is no name and ed25519 key.', {
      next: 'Give both as the reviewer gave them: katapath proof allow ada "ssh-ed25519 AAAA…".',
    });
  }
  const known = await readSigners(directory);
  if (known.some((each) => each.key === signer.key && each.name === name)) return;
  await makeFolder(realFiles, directory);
  await appendFile(join(directory, FILE), `${line}\n`);
}

async function readText(directory: string): Promise<string> {
  try {
    return (await readGiven(join(directory, FILE))).toString();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error instanceof RefusedFile ? explainUnreadable(error, join(directory, FILE)) : error;
  }
}
