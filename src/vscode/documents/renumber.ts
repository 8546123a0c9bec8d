import { window, workspace, WorkspaceEdit } from 'vscode';
import { referenceName } from '../../core/documents/features/references.ts';
import { nextNumber } from '../../core/documents/corpus/nextNumber.ts';
import { holderOf, renumber, type Renumbering } from '../../core/documents/features/renumber.ts';
import { LineIndex } from '../../core/documents/index.ts';
import { askForText } from '../shared/ask.ts';
import type { DocumentChecker } from './checker.ts';
import { toRange } from './convert.ts';
import { recordFor, type FolderRecord, type RecordArgument } from './records.ts';

/** Gives a record another number, and every link to it with it; what changes is shown before it happens. */
export async function runRenumber(checker: DocumentChecker, argument: RecordArgument, wanted?: number): Promise<void> {
  const record = recordFor(checker, argument);
  const { folder, entry } = record;
  const number = wanted ?? (await askNumber(record));
  if (number === undefined || number === entry.number) return;
  const texts = new Map<string, string>();
  for await (const { name, text } of folder.texts()) texts.set(name, text);
  const { file, edits } = renumber(entry, number, { corpus: folder.library.corpus, texts });
  // A command that names the number has decided already; a person sees first what changes.
  const answer = wanted === undefined ? await confirm(record, number, { file, edits }) : 'all';
  if (answer === undefined) return;
  const edit = new WorkspaceEdit();
  const metadata = { label: `Renumber to ${number}`, needsConfirmation: answer === 'each' };
  for (const [name, made] of edits) {
    const lines = new LineIndex(texts.get(name)!);
    for (const { range, text } of made) edit.replace(folder.uriOf(name), toRange({ lines }, range), text, metadata);
  }
  if (file !== entry.file)
    edit.renameFile(folder.uriOf(entry.file), folder.uriOf(file), { overwrite: false }, metadata);
  await workspace.applyEdit(edit);
}

/** More files than this are counted, not listed. */
const mostListed = 12;

/** Shows what changes where. VS Code's own list of changes has every box unticked, so it is there for who wants to choose. */
async function confirm(
  { entry }: FolderRecord,
  number: number,
  { file, edits }: Renumbering,
): Promise<'all' | 'each' | undefined> {
  const places = [...edits].map(([name, made]) => `${name}: ${made.length} ${made.length === 1 ? 'place' : 'places'}`);
  const listed = places.slice(0, mostListed);
  if (places.length > listed.length) listed.push(`and ${places.length - listed.length} files more`);
  if (file !== entry.file) listed.unshift(`${entry.file} is renamed to ${file}`);
  const all = { title: 'Renumber' };
  const each = { title: 'Choose Changes…' };
  const answer = await window.showInformationMessage(
    `Renumber ${referenceName(entry) ?? entry.title} to ${number}?`,
    { modal: true, detail: listed.join('\n') },
    all,
    each,
  );
  return answer && (answer.title === all.title ? 'all' : 'each');
}

async function askNumber({ folder, entry }: FolderRecord): Promise<number | undefined> {
  const { corpus } = folder.library;
  const answer = await askForText({
    title: `Renumber ${referenceName(entry) ?? entry.title}`,
    prompt: 'Its title, its file name and every link to it get the new number.',
    value: String(nextNumber(corpus, entry.kind)),
    validateInput: (value) => {
      if (!/^\d{1,6}$/.test(value)) return 'A number of up to six digits.';
      const holder = holderOf(corpus, entry, Number(value));
      return holder && `${referenceName(holder)} is "${holder.title}".`;
    },
  });
  return answer === undefined ? undefined : Number(answer);
}
