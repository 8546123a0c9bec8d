import { commands, Uri, window, workspace, type Memento, type QuickPickItem, type WorkspaceFolder } from 'vscode';
import { findKata } from '../../core/model/catalog.ts';
import { HumanError } from '../../core/errors.ts';
import { scaffoldKata } from '../../core/katas/folder/scaffold.ts';
import type { Language, ListedKata } from '../../core/model/kata.ts';
import { languageTitle } from '../../core/katas/languageTitle.ts';
import { askForFolder, askToPick } from '../shared/ask.ts';
import { report, requireTrust } from '../shared/commands.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import type { Services } from '../services.ts';
import { uriFolder } from '../shared/uriFolder.ts';
import { openBrief, openKataFile } from './openKata.ts';

const checkMachine = 'Check This Machine';
const languageKey = 'katapath.language';

/** "Start Kata…": asks only for what it cannot know, scaffolds, and opens the brief beside the file to work in. */
export async function startKata(services: Services, memory: Memento, id?: string): Promise<void> {
  requireTrust('starts katas');
  const kata = id === undefined ? await pickKata(services) : requireKata(services, id);
  if (!kata) return;
  const language = await pickLanguage(kata, memory);
  if (!language) return;
  void warnOfMissingProgram(services, language).catch((error: unknown) => report(error, services.log));
  const isMeant = ({ marker }: StartedKata) => marker.kata === kata.manifest.id && marker.language === language;
  const [resumed] = await services.katas.lookFor(isMeant);
  await show(resumed ?? (await scaffold(services, kata, language)));
}

/** Before the first run fails: nothing on this machine runs the language, and what to do about it. */
async function warnOfMissingProgram({ runners }: Services, language: Language): Promise<void> {
  const missing = (await runners?.inspectToolchains())?.find(({ languages }) => languages.includes(language));
  if (!missing || missing.isFound) return;
  const message = `${missing.title} ${missing.minimum} or newer is needed to run this kata. ${missing.problem}`;
  if (await window.showWarningMessage(message, checkMachine)) await commands.executeCommand('katapath.doctor');
}

/** Forgets the remembered language, so that the next start asks again. */
export async function chooseLanguage(services: Services, memory: Memento): Promise<void> {
  const languages = new Set(services.catalog.katas.flatMap((kata) => Object.keys(kata.manifest.tracks)));
  const chosen = await askLanguage([...languages], 'Which language do you practise in?');
  if (chosen) await memory.update(languageKey, chosen);
}

async function scaffold(services: Services, listed: ListedKata, language: Language): Promise<StartedKata | undefined> {
  const workspaceFolder = await pickWorkspaceFolder();
  if (!workspaceFolder) return undefined;
  const target = uriFolder(workspaceFolder.uri);
  const parent =
    workspace
      .getConfiguration('katapath', workspaceFolder)
      .get('katas.folder', 'katas')
      .replace(/^\/+|\/+$/g, '') || 'katas';
  const kata = await services.shelf.open(listed.manifest.id);
  const content = services.shelf.contentOf(kata.manifest.id);
  const folderName = await freeName(target, `${parent}/${kata.manifest.id}`, language);
  const marker = await scaffoldKata({ kata, language, content, target, folderName, instance: services.newId() });
  await services.progress.append([
    { type: 'kata.started', kata: kata.manifest.id, version: marker.version, language, folder: folderName },
  ]);
  services.katas.refresh();
  const uri = Uri.joinPath(workspaceFolder.uri, folderName);
  return { kata, marker, uri, folder: uriFolder(uri), workspaceFolder };
}

async function show(started: StartedKata | undefined): Promise<void> {
  if (!started) return;
  await openKataFile(started);
  await openBrief(started);
}

/** The plain name, else one with the language, else one with a number: a folder that holds anything is never touched. */
async function freeName(target: ReturnType<typeof uriFolder>, wanted: string, language: Language): Promise<string> {
  const numbered = Array.from({ length: 98 }, (_, index) => `${wanted}-${language}-${index + 2}`);
  for (const name of [wanted, `${wanted}-${language}`, ...numbered]) {
    if ((await target.list(name)).length === 0) return name;
  }
  throw new HumanError(`There are a hundred folders like “${wanted}”.`, {
    next: 'Remove the ones you no longer need.',
  });
}

function requireKata(services: Services, id: string): ListedKata {
  const kata = findKata(services.catalog, id);
  if (kata) return kata;
  throw new HumanError(`The kata “${id}” is not built yet.`, { next: 'It is planned: choose another one for now.' });
}

async function pickKata({ catalog }: Services): Promise<ListedKata | undefined> {
  const items = catalog.katas.map((kata) => ({
    label: kata.manifest.title,
    description: `${kata.manifest.minutes} min · ${Object.keys(kata.manifest.tracks).map(languageTitle).join(', ')}`,
    detail: kata.manifest.summary,
    kata,
  }));
  const options = { title: 'Start Kata', placeHolder: 'Which kata?', matchOnDetail: true, matchOnDescription: true };
  return (await askToPick(items, options))?.kata;
}

async function pickLanguage(kata: ListedKata, memory: Memento): Promise<Language | undefined> {
  const languages = Object.keys(kata.manifest.tracks);
  const remembered = memory.get<Language>(languageKey);
  if (remembered && languages.includes(remembered)) return remembered;
  if (languages.length === 1) return languages[0];
  const chosen = await askLanguage(languages, `${kata.manifest.title}: which language?`);
  if (chosen) await memory.update(languageKey, chosen);
  return chosen;
}

async function askLanguage(languages: readonly Language[], title: string): Promise<Language | undefined> {
  const items: (QuickPickItem & { language: Language })[] = languages.map((language) => ({
    label: languageTitle(language),
    language,
  }));
  const options = { title, placeHolder: 'Remembered for the next katas; "Choose Language" changes it' };
  return (await askToPick(items, options))?.language;
}

async function pickWorkspaceFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    const choice = await window.showInformationMessage(
      'A kata is written into a folder, and none is open. Open one, then start the kata again.',
      'Open Folder…',
    );
    if (choice) await commands.executeCommand('workbench.action.files.openFolder');
    return undefined;
  }
  return folders.length === 1 ? folders[0] : askForFolder('Into which folder should the kata go?');
}
