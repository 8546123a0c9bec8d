import { Selection, window, type QuickPickItem, type TextEditor } from 'vscode';
import { today } from '../../core/model/days.ts';
import { createDocument, parseDocument, type Profile } from '../../core/documents/index.ts';
import { HumanError, toSentence } from '../../core/errors.ts';
import { askForText, askToPick } from '../shared/ask.ts';
import { requireTrust } from '../shared/commands.ts';
import type { Services } from '../services.ts';
import { uriFolder } from '../shared/uriFolder.ts';
import type { DocumentChecker } from './checker.ts';
import type { FolderDocuments } from './folderDocuments.ts';

/** Asks which document and its title, and opens it at its first section, numbered after the last one anywhere. */
export async function runNewDocument(
  checker: DocumentChecker,
  { branches }: Pick<Services, 'branches'>,
  wanted?: { readonly profile?: string; readonly title?: string },
): Promise<void> {
  requireTrust('writes documents');
  const folder = await chooseFolder(checker);
  if (!folder) return;
  const profile = await chooseProfile(folder.profiles, wanted?.profile);
  if (!profile) return;
  await checker.readOtherBranches(folder);
  const date = today();
  const author = (await branches?.readAuthor(folder.folder.uri))?.handle ?? 'author';
  const make = (title: string) => createDocument({ profile, title, author, date }, folder.library.corpus);
  const title = wanted?.title ?? (await askTitle(profile, (value) => make(value)));
  if (title === undefined) return;
  const { file, text } = make(title);
  await uriFolder(folder.folder.uri).create(file, text);
  const editor = await window.showTextDocument(folder.uriOf(file));
  selectFirstSection(editor);
}

async function chooseFolder(checker: DocumentChecker): Promise<FolderDocuments | undefined> {
  const folders = checker.allFolders;
  if (folders.length === 0)
    throw new HumanError('A document needs a folder to be in.', { next: 'Open a folder, and try again.' });
  const active = window.activeTextEditor && checker.folderOf(window.activeTextEditor.document.uri);
  if (active || folders.length === 1) return active ?? folders[0];
  const picked = await askToPick(
    folders.map((folder) => ({ label: folder.folder.name, folder })),
    { title: 'New document: where?' },
  );
  return picked?.folder;
}

async function chooseProfile(profiles: readonly Profile[], id: string | undefined): Promise<Profile | undefined> {
  if (id !== undefined) {
    const found = profiles.find((profile) => profile.id === id);
    if (found) return found;
    throw new HumanError(`There is no profile "${id}".`, { next: 'Choose one from the list.' });
  }
  const picks: (QuickPickItem & { profile: Profile })[] = profiles.map((profile) => ({
    label: profile.title,
    description: profile.id,
    detail: profile.description,
    profile,
  }));
  const picked = await askToPick(picks, {
    title: 'New document: which kind?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.profile;
}

/** The title, with the file it makes shown while it is typed. */
function askTitle(profile: Profile, make: (title: string) => { file: string }): Thenable<string | undefined> {
  return askForText({
    title: `New document: ${profile.title}`,
    prompt: 'Its title: what is decided or proposed.',
    placeHolder: 'Use PostgreSQL for orders',
    validateInput: (value) => {
      if (value.trim() === '') return undefined;
      try {
        make(value);
        return undefined;
      } catch (error) {
        return toSentence(error);
      }
    },
  });
}

/** The comment that says what belongs into the first section is selected, to be typed over. */
function selectFirstSection(editor: TextEditor): void {
  const { document } = editor;
  const parsed = parseDocument(document.getText());
  const [comment] = parsed.comments;
  const place = comment?.range ?? parsed.allSections[0]?.words;
  if (!place) return;
  editor.selection = new Selection(document.positionAt(place.start), document.positionAt(place.end));
  editor.revealRange(editor.selection);
}
