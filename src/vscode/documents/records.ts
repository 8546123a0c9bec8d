import { Uri, window, type QuickPickItem } from 'vscode';
import { referenceName } from '../../core/documents/features/references.ts';
import { parseDocument, type CorpusEntry, type DesignDocument, type Profile } from '../../core/documents/index.ts';
import { HumanError } from '../../core/errors.ts';
import type { DocumentChecker } from './checker.ts';
import type { FolderDocuments } from './folderDocuments.ts';

/** A design document of a folder, as commands take it. */
export interface FolderRecord {
  readonly folder: FolderDocuments;
  readonly entry: CorpusEntry;
  readonly profile: Profile;
  readonly uri: Uri;
}

/** What a row of the view, a code lens or the palette hands to a command. */
export type RecordArgument = Uri | { readonly uri?: Uri } | undefined;

/** The record a command is about: the one handed over, else the one in the active editor. */
export function recordFor(checker: DocumentChecker, argument: RecordArgument): FolderRecord {
  const given = argument instanceof Uri ? argument : argument?.uri;
  const uri = given ?? window.activeTextEditor?.document.uri;
  const folder = uri && checker.folderOf(uri);
  const entry = folder?.library.corpus.entry(folder.nameOf(uri!));
  const profile = folder?.profiles.find(({ id }) => id === entry?.profile);
  if (uri && folder && entry && profile) return { folder, entry, profile, uri };
  throw new HumanError('There is no design document of an open folder here.', {
    next: 'Open a decision record or another design document of this workspace, and try again.',
  });
}

/** A record's text as it stands, in an editor or on disk. */
export async function readRecord({ folder, entry }: Pick<FolderRecord, 'folder' | 'entry'>): Promise<DesignDocument> {
  const text = await folder.textOf(entry.file);
  if (text !== undefined) return parseDocument(text);
  throw new HumanError(`${entry.file} is not there any more.`, { next: 'Nothing was changed. Try again.' });
}

/** A record in a list to choose from. */
export function toPick(entry: CorpusEntry): QuickPickItem & { entry: CorpusEntry } {
  return {
    label: [referenceName(entry), entry.title].filter(Boolean).join(': '),
    description: entry.status ?? '',
    detail: entry.file,
    entry,
  };
}
