import { window, workspace } from 'vscode';
import { loadOrMakeKey } from '../../core/credential/keyStore.ts';
import { askForText } from '../shared/ask.ts';
import type { Services } from '../services.ts';
import { openCredentials, saveCredential } from './files.ts';
import { askName, type Signing } from './issue.ts';

/** "Endorse Credential…": for a mentor, in a file of its own; the learner's credential stays as it is. */
export async function endorse({ newId }: Services, { keys, memory }: Signing): Promise<void> {
  const [credential] = await openCredentials('Endorse Credential', { many: false });
  if (!credential) return;
  const name = await askName(memory, 'Endorse Credential');
  if (!name) return;
  const comment = await askForText({
    title: 'Endorse Credential',
    prompt: 'What did you look at, and what did you find?',
    validateInput: (value) => (value.trim() ? undefined : 'A sentence or two: that is what the endorsement says.'),
  });
  if (!comment) return;
  const { endorseCredential } = await import('../../core/credential/endorse.ts');
  const key = await loadOrMakeKey(keys);
  const text = await endorseCredential({ text: credential.text, key, name, comment, now: Date.now(), id: newId() });
  const own = credential.uri.path
    .split('/')
    .at(-1)!
    .replace(/(\.credential)?\.json$/, '');
  const file = await saveCredential('Save Endorsement', `${own}.endorsement.json`, text);
  if (file) void window.showInformationMessage(`The endorsement is in “${workspace.asRelativePath(file)}”.`);
}
