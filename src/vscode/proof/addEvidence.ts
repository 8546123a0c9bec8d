import { RelativePattern, window, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { HumanError } from '../../core/errors.ts';
import { acceptedKinds, addProof, evidenceNames } from '../../core/proof/addProof.ts';
import { fileEvidence, noteEvidence, reportEvidence, urlEvidence } from '../../core/proof/evidence.ts';
import type { Evidence } from '../../core/model/event.ts';
import { askForText, askToPick } from '../shared/ask.ts';
import type { Services } from '../services.ts';
import { readBytes } from '../shared/readBytes.ts';
import { chooseOutcome, idOf, requireRepository, type OutcomeRow } from './outcome.ts';

type Kind = Evidence['kind'];

/** A step takes what an evidence item takes when it says nothing. */
const stepKinds: readonly Kind[] = ['commit', 'pull-request', 'report', 'file', 'url'];

/** "Add Evidence…": asks for what the outcome accepts, checks it here and now, and records it with the claim. */
export async function addEvidence(services: Services, argument?: OutcomeRow): Promise<void> {
  const row = await chooseOutcome(services, argument, 'Add Evidence', takesEvidence);
  if (!row) return;
  const kinds = row.kind === 'item' ? acceptedKinds(row.item) : stepKinds;
  const kind = kinds.length === 1 ? kinds[0] : await askKind(kinds, row.title);
  if (!kind) return;
  const evidence = await askEvidence(services, kind, row);
  if (!evidence) return;
  await addProof(services.progress, services.catalog, { outcome: idOf(row), evidence });
  const { state } = services.progress;
  const item = row.kind === 'item' ? state.items.get(row.item.id) : undefined;
  const isOpen = item?.state === 'in-progress';
  const text = isOpen
    ? `Recorded. “${row.title}” stays open until it is reviewed.`
    : `Recorded: ${evidenceNames[kind]} for “${row.title}”.`;
  const choice = await window.showInformationMessage(text, ...(isOpen ? ['Request Review…'] : []));
  if (choice) {
    const { requestReview } = await import('./reviews.ts');
    await requestReview(services, row);
  }
}

function takesEvidence(row: OutcomeRow): boolean {
  return row.kind === 'item' && row.state !== 'planned' && row.state !== 'done' && acceptedKinds(row.item).length > 0;
}

async function askKind(kinds: readonly Kind[], title: string): Promise<Kind | undefined> {
  const rows = kinds.map((evidence) => ({ label: evidenceNames[evidence], evidence }));
  return (await askToPick(rows, { title, placeHolder: 'What proves it?' }))?.evidence;
}

async function askEvidence(services: Services, kind: Kind, row: OutcomeRow): Promise<Evidence | undefined> {
  switch (kind) {
    case 'commit': {
      const { tools, folder } = await requireRepository(services);
      const revision = await ask(row.title, 'Which commit? A hash, a branch or a tag of this repository.', 'HEAD');
      return revision ? tools.commitEvidence(folder.uri.fsPath, revision) : undefined;
    }
    case 'pull-request':
      return askPullRequest(services, row);
    case 'url': {
      const url = await ask(row.title, 'The address of the page, beginning with https://');
      return url ? urlEvidence(url) : undefined;
    }
    case 'note': {
      const note = await ask(row.title, 'What did you do? A sentence or more.');
      return note ? noteEvidence(note) : undefined;
    }
    case 'file':
    case 'report':
    case 'document':
    case 'artifact':
      return askFile(services, kind, row);
  }
}

async function askFile(
  services: Services,
  kind: 'file' | 'report' | 'document' | 'artifact',
  row: OutcomeRow,
): Promise<Evidence | undefined> {
  const { tools, folder } = await requireRepository(services);
  const file = await chooseFile(folder, row.title);
  if (file === undefined) return undefined;
  if (kind === 'document') return tools.documentEvidence(folder.uri.fsPath, file);
  const text = new TextDecoder().decode(await readBytes(Uri.joinPath(folder.uri, file)));
  if (kind === 'report') return reportEvidence({ file, text });
  if (kind === 'artifact') {
    const { checkedArtifact } = await import('../../core/proof/checkedArtifact.ts');
    return checkedArtifact({ file, text }, row.kind === 'item' ? row.item.artifact : undefined);
  }
  return fileEvidence({ file, text });
}

/** A file of the repository, by its name there; the one in the editor comes first. */
async function chooseFile(folder: WorkspaceFolder, title: string): Promise<string | undefined> {
  const active = window.activeTextEditor?.document.uri;
  const found = await workspace.findFiles(
    new RelativePattern(folder, '**/*'),
    '**/{node_modules,.git,.katapath}/**',
    2000,
  );
  const toRow = (uri: Uri) => ({ label: workspace.asRelativePath(uri, false), uri });
  const rows = found.map(toRow).sort((a, b) => (a.label < b.label ? -1 : 1));
  const first = rows.findIndex(({ uri }) => uri.toString() === active?.toString());
  if (first > 0) rows.unshift(...rows.splice(first, 1));
  if (rows.length === 0)
    throw new HumanError('There is no file in this folder.', {
      next: 'Evidence is a file of your repository: write it, then try again.',
    });
  const picked = await askToPick(rows, { title, placeHolder: 'Which file proves it?' });
  return picked && workspace.asRelativePath(picked.uri, false);
}

async function askPullRequest(services: Services, row: OutcomeRow): Promise<Evidence | undefined> {
  const { tools, folder } = await requireRepository(services);
  const url = await ask(row.title, 'The address of the merged pull request');
  if (!url) return undefined;
  const stars = await ask(
    row.title,
    'How many stars has the project? It is marked as your word. It may stay empty.',
    '',
    true,
  );
  if (stars === undefined) return undefined;
  if (stars !== '' && !/^\d{1,9}$/.test(stars))
    throw new HumanError(`“${stars}” is no number of stars.`, { next: 'Write it in digits, or leave it empty.' });
  const merge = await ask(
    row.title,
    'The merge commit, if this folder is a clone of the project. It may stay empty.',
    '',
    true,
  );
  if (merge === undefined) return undefined;
  return tools.pullRequestEvidence({
    url,
    ...(stars && { stars: Number(stars) }),
    ...(merge && { clone: folder.uri.fsPath, merge }),
  });
}

async function ask(title: string, prompt: string, value = '', mayBeEmpty = false): Promise<string | undefined> {
  const text = await askForText({
    title,
    prompt,
    value,
    ...(!mayBeEmpty && { validateInput: (typed: string) => (typed.trim() ? undefined : 'It cannot stay empty.') }),
  });
  return text?.trim();
}
