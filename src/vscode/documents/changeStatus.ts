import { workspace, WorkspaceEdit } from 'vscode';
import { changeStatus, stepsFor, supersede, type LifecycleStep } from '../../core/documents/features/lifecycle.ts';
import type { DesignDocument } from '../../core/documents/index.ts';
import type { TextEdit } from '../../core/problem.ts';
import { HumanError } from '../../core/errors.ts';
import { askToPick } from '../shared/ask.ts';
import type { DocumentChecker } from './checker.ts';
import { toRange } from './convert.ts';
import { readRecord, recordFor, toPick, type FolderRecord, type RecordArgument } from './records.ts';

const labels: Readonly<Record<LifecycleStep, string>> = {
  accept: 'Accept',
  reject: 'Reject',
  deprecate: 'Deprecate',
  supersede: 'Supersede with…',
};

/** Takes a record one step on: asks which, and for a supersession which other record takes its place. */
export async function runChangeStatus(
  checker: DocumentChecker,
  argument: RecordArgument,
  { step: wanted, successor }: { step?: LifecycleStep | undefined; successor?: string | undefined } = {},
): Promise<void> {
  const record = recordFor(checker, argument);
  const document = await readRecord(record);
  const step = wanted ?? (await chooseStep(record, document));
  if (!step) return;
  const edit = new WorkspaceEdit();
  const put = (file: string, parsed: DesignDocument, edits: readonly TextEdit[]) => {
    for (const { range, text } of edits) edit.replace(record.folder.uriOf(file), toRange(parsed, range), text);
  };
  if (step === 'supersede') {
    const other = await chooseSuccessor(record, successor);
    if (!other) return;
    const newer = { document: await readRecord({ folder: record.folder, entry: other }), entry: other };
    const edits = supersede({ document, entry: record.entry, profile: record.profile }, newer);
    put(record.entry.file, document, edits.older);
    put(other.file, newer.document, edits.newer);
  } else put(record.entry.file, document, changeStatus(document, step, record.profile));
  await workspace.applyEdit(edit);
}

async function chooseStep({ entry, profile }: FolderRecord, document: DesignDocument) {
  const steps = stepsFor(document.metadata.status, profile);
  if (steps.length === 0) {
    throw new HumanError(`${profile.title} has no words for another status.`, {
      next: 'Write the status by hand.',
    });
  }
  const picks = steps.map((step) => ({ label: labels[step], step }));
  const picked = await askToPick(picks, {
    title: entry.title,
    placeHolder: entry.status ? `Now: ${entry.status}` : 'What becomes of it?',
  });
  return picked?.step;
}

async function chooseSuccessor({ folder, entry }: FolderRecord, file: string | undefined) {
  const { entries } = folder.library.corpus;
  const others = entries.filter((other) => other.kind === entry.kind && other.file !== entry.file);
  if (file !== undefined) return others.find((other) => other.file === file);
  if (others.length === 0) {
    throw new HumanError('There is no other record that could take its place.', {
      next: 'Write it first, with "Katapath: New Document…", and try again.',
    });
  }
  // The latest is usually the one.
  const picks = others.map(toPick).sort((a, b) => (b.entry.number ?? 0) - (a.entry.number ?? 0));
  const picked = await askToPick(picks, {
    title: `Which one supersedes "${entry.title}"?`,
    matchOnDetail: true,
  });
  return picked?.entry;
}
