import { window, workspace, type Memento } from 'vscode';
import type { LearningPath } from '../../core/model/path.ts';
import { loadOrMakeKey, type KeyStore } from '../../core/credential/keyStore.ts';
import { HumanError } from '../../core/errors.ts';
import { askForText, askToPick } from '../shared/ask.ts';
import type { Services } from '../services.ts';
import { saveCredential } from './files.ts';
import { showReport } from './verify.ts';

export interface Signing {
  readonly keys: KeyStore;
  readonly memory: Memento;
}

const NAME = 'katapath.name';

/** "Issue Credential…": for a path whose required outcomes are all closed; says what is open where they are not. */
export async function issue(
  services: Services,
  { keys, memory, path: id }: Signing & { path?: string | undefined },
): Promise<void> {
  const { catalog, progress, newId } = services;
  const { issueFromStore, missingFor } = await import('../../core/credential/issue.ts');
  const path =
    catalog.paths.find((each) => each.id === id) ??
    (await pickPath(services, (each) => missingFor(each, progress.state)));
  if (!path) return;
  const missing = missingFor(path, progress.state);
  if (missing.length > 0)
    throw new HumanError(`“${path.title}” is not complete: ${missing.join('; ')}.`, {
      next: 'Close these outcomes first; the view “Learning paths” says what each of them needs.',
    });
  const name = await askName(memory, 'Issue Credential');
  if (!name) return;
  const key = await loadOrMakeKey(keys);
  const request = { path, catalog, key, name, now: Date.now(), id: newId() };
  const { text } = await issueFromStore(progress, request);
  const file = await saveCredential('Save Credential', `${path.id}.credential.json`, text);
  if (!file) return;
  const label = workspace.asRelativePath(file);
  const choice = await window.showInformationMessage(`The credential is in “${label}”.`, 'What It Proves', 'Open');
  if (choice === 'Open') await window.showTextDocument(file);
  if (choice === 'What It Proves') await showReport(services.pages, label, text);
}

/** The name the learner goes by. Nothing proves it, and the credential says so. */
export async function askName(memory: Memento, title: string): Promise<string | undefined> {
  const name = await askForText({
    title,
    prompt: 'The name you go by. The credential says that nothing proves it.',
    value: memory.get(NAME, ''),
    validateInput: (value) => (value.trim() ? undefined : 'A name, so that a reader knows whose it is.'),
  });
  if (name?.trim()) await memory.update(NAME, name.trim());
  return name?.trim();
}

async function pickPath(
  { catalog }: Services,
  missing: (path: LearningPath) => readonly string[],
): Promise<LearningPath | undefined> {
  const rows = catalog.paths.map((path) => {
    const open = missing(path).length;
    const description = open === 0 ? 'complete' : `${open} ${open === 1 ? 'outcome is' : 'outcomes are'} open`;
    return { label: path.title, description, path };
  });
  return (await askToPick(rows, { title: 'Issue Credential', placeHolder: 'For which path?' }))?.path;
}
