import { workspace, type WorkspaceFolder } from 'vscode';
import { HumanError } from '../../core/errors.ts';
import { learningTree, type ItemNode, type StepNode } from '../../core/agenda/learningTree.ts';
import { askForFolder, askToPick } from '../shared/ask.ts';
import { requireTrust } from '../shared/commands.ts';
import type { ProofTools, Services } from '../services.ts';

/** What evidence and reviews are about: an item, or a whole step. */
export type OutcomeRow = ItemNode | StepNode;

export const idOf = (row: OutcomeRow) => (row.kind === 'item' ? row.item.id : row.step.id);

/** What a row of either view says the outcome is; from the palette, the one the person picks. */
export async function chooseOutcome(
  { catalog, progress }: Services,
  row: OutcomeRow | undefined,
  title: string,
  fits: (row: OutcomeRow) => boolean,
): Promise<OutcomeRow | undefined> {
  if (row?.kind === 'item' || row?.kind === 'step') return row;
  const rows = learningTree(catalog, progress.state).paths.flatMap((path) =>
    path.steps
      .flatMap((step): OutcomeRow[] => [step, ...step.items])
      .filter(fits)
      .map((each) => ({ label: each.title, description: `${path.title} · ${each.words}`, row: each })),
  );
  if (rows.length === 0)
    throw new HumanError('There is no outcome for that now.', {
      next: 'The view “Learning paths” shows how far each is.',
    });
  return (await askToPick(rows, { title, matchOnDescription: true }))?.row;
}

/** Evidence is looked for in a folder on this disk, with git: nothing of that in Restricted Mode or in a browser. */
export async function requireRepository({ proof }: Services): Promise<{ tools: ProofTools; folder: WorkspaceFolder }> {
  requireTrust('looks for evidence');
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  if (!proof || folders.length === 0)
    throw new HumanError('Evidence is looked for in a folder on disk, and none is open.', {
      next: 'Open your repository in VS Code on a computer, then try again.',
    });
  const folder = folders.length === 1 ? folders[0] : await askForFolder('Which folder holds your repository?');
  if (!folder)
    throw new HumanError('No folder was chosen.', { next: 'Try again and choose the one with the evidence.' });
  return { tools: proof, folder };
}
