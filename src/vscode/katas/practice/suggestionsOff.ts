import { ConfigurationTarget, Uri, workspace, type TextDocument } from 'vscode';
import { HumanError } from '../../../core/errors.ts';
import { uriFolder } from '../../shared/uriFolder.ts';
import { readBytes } from '../../shared/readBytes.ts';

const setting = 'inlineSuggest.enabled';

/** A folder's settings before inline suggestions were turned off in it, to bring them back. Plain data: it is kept. */
export interface SettingsBefore {
  readonly folder: string;
  /** The text of the settings file; absent where there was none. */
  readonly text?: string;
  readonly language: string;
  /** What the setting itself was in this folder: for all languages, and for this one. */
  readonly forAll?: boolean;
  readonly forLanguage?: boolean;
}

export async function readSettings(folder: Uri, document: TextDocument): Promise<SettingsBefore> {
  const language = document.languageId;
  const known = editorSettings(document.uri, language).inspect<boolean>(setting);
  const text = await readText(settingsOf(folder));
  return {
    folder: folder.toString(),
    language,
    ...(text !== undefined && { text }),
    ...(known?.workspaceFolderValue !== undefined && { forAll: known.workspaceFolderValue }),
    ...(known?.workspaceFolderLanguageValue !== undefined && { forLanguage: known.workspaceFolderLanguageValue }),
  };
}

/** Whether nothing is suggested in this document now, whoever saw to that. */
export function areSuggestionsOff({ uri, languageId }: TextDocument): boolean {
  return editorSettings(uri, languageId).get(setting) === false;
}

/**
 * Turns inline suggestions off in the document's workspace folder; answers the text of the settings file that does it.
 *
 * @throws HumanError when the settings cannot be changed.
 */
export async function turnSuggestionsOff(folder: Uri, { uri, languageId }: TextDocument): Promise<string> {
  const settings = () => editorSettings(uri, languageId);
  try {
    await settings().update(setting, false, ConfigurationTarget.WorkspaceFolder, false);
    // A value for the language, wherever it stands, goes before one for all languages.
    if (settings().get(setting) !== false)
      await settings().update(setting, false, ConfigurationTarget.WorkspaceFolder, true);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new HumanError(`Focus could not turn inline suggestions off: ${why}`, {
      next: 'Save or mend .vscode/settings.json of this folder, then turn focus on again.',
      cause,
    });
  }
  return (await readText(settingsOf(folder))) ?? '';
}

/** Brings the settings back: the whole text where nobody else changed it since `during`, else our setting alone. */
export async function putBack(before: SettingsBefore, during: string | undefined): Promise<void> {
  const folder = Uri.parse(before.folder);
  if ((await readText(settingsOf(folder))) === during) await writeBack(folder, before.text);
  else await takeBack(folder, before);
}

/** The settings file as it was; without one, and without its folder where nothing else is in it. */
async function writeBack(folder: Uri, text: string | undefined): Promise<void> {
  const place = uriFolder(folder, { may: ['.vscode'] });
  if (text !== undefined) return place.write('.vscode/settings.json', text);
  await place.remove('.vscode/settings.json');
  if ((await place.list('.vscode')).length === 0) await place.remove('.vscode');
}

async function takeBack(folder: Uri, { language, forAll, forLanguage }: SettingsBefore): Promise<void> {
  const settings = editorSettings(folder, language);
  const now = settings.inspect<boolean>(setting);
  if (now?.workspaceFolderValue !== forAll)
    await settings.update(setting, forAll, ConfigurationTarget.WorkspaceFolder, false);
  if (now?.workspaceFolderLanguageValue !== forLanguage)
    await settings.update(setting, forLanguage, ConfigurationTarget.WorkspaceFolder, true);
}

const editorSettings = (uri: Uri, languageId: string) => workspace.getConfiguration('editor', { uri, languageId });

const settingsOf = (folder: Uri) => Uri.joinPath(folder, '.vscode', 'settings.json');

async function readText(file: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readBytes(file));
  } catch {
    return undefined;
  }
}
