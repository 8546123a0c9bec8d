// An extension beside Katapath in the same window, which does what a curious person would: opens what lies there, looks
// at what the editor offers, makes a document. It also runs in Restricted Mode, where the tests of VS Code do not.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Report, Stop, Visit } from './visit.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Nothing that is merely slow comes near. */
const patience = 120_000;

/** As many folders are open at once: with a hundred, VS Code itself is slow. */
const BATCH = 12;

export function activate(): void {
  const visit = JSON.parse(readFileSync(process.env.KATAPATH_VISIT!, 'utf8')) as Visit;
  void look(visit).then((report) => {
    writeFileSync(`${visit.report}.part`, JSON.stringify(report));
    renameSync(`${visit.report}.part`, visit.report);
  });
}

async function look(visit: Visit): Promise<Report> {
  const faults: string[] = [];
  const turns = watchTurns();
  process.on('unhandledRejection', (error) => faults.push(`nobody caught ${words(error)}`));
  let [folders, opened] = [0, 0];
  try {
    await vscode.extensions.getExtension('katapath.katapath')!.activate();
    for (let at = 0; at < visit.stops.length; at += BATCH) {
      const batch = visit.stops.slice(at, at + BATCH);
      folders += await openFolders(batch);
      for (const stop of batch) {
        turns.at = stop.name;
        opened += await visitOne(stop, faults);
      }
    }
  } catch (error) {
    faults.push(words(error));
  }
  turns.at = 'the last';
  const isAlive = await isChecked(vscode.Uri.file(visit.last));
  turns.stop();
  return { isTrusted: vscode.workspace.isTrusted, folders, opened, faults, isAlive, longestTurn: turns.longest };
}

/** Puts these folders in the place of those before, beside the first; answers how many are there. */
async function openFolders(stops: readonly Stop[]): Promise<number> {
  const added = stops.map(({ folder }) => ({ uri: vscode.Uri.file(folder) }));
  const isThere = ({ uri }: { uri: vscode.Uri }) => vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  vscode.workspace.updateWorkspaceFolders(1, (vscode.workspace.workspaceFolders?.length ?? 1) - 1, ...added);
  const end = Date.now() + patience;
  while (!added.every(isThere) && Date.now() < end) await pause(50);
  return added.filter(isThere).length;
}

async function visitOne({ name, files, profile }: Stop, faults: string[]): Promise<number> {
  let opened = 0;
  for (const file of files) {
    const uri = vscode.Uri.file(file);
    const document = await vscode.workspace.openTextDocument(uri).then(
      (found) => found,
      () => undefined,
    );
    if (!document) continue;
    opened++;
    const [from, whole] = [new vscode.Position(0, 3), new vscode.Range(0, 0, Math.min(document.lineCount, 200), 0)];
    const asked: readonly (readonly [string, ...unknown[]])[] = [
      ['vscode.executeHoverProvider', uri, from],
      ['vscode.executeCodeActionProvider', uri, whole],
      ['vscode.executeCodeLensProvider', uri, 3],
      ['vscode.executeLinkProvider', uri],
    ];
    for (const [command, ...parameters] of asked)
      await within(`${name}: ${command}`, vscode.commands.executeCommand(command, ...parameters), faults);
  }
  const first = files[0];
  if (first === undefined) return opened;
  await within(`${name}: shows`, vscode.window.showTextDocument(vscode.Uri.file(first)), faults);
  const made = vscode.commands.executeCommand('katapath.newDocument', { profile, title: 'Keep the queue' });
  await within(`${name}: new document`, made, faults);
  return opened;
}

/** Waits for an answer; that it is a refusal is as good, that there is none is a fault. */
async function within(what: string, answer: Thenable<unknown>, faults: string[]): Promise<void> {
  const settled = Promise.resolve(answer).then(
    () => true,
    () => true,
  );
  if (!(await Promise.race([settled, pause(patience)]))) faults.push(`${what}: no answer`);
}

async function isChecked(uri: vscode.Uri): Promise<boolean> {
  const end = Date.now() + patience;
  await vscode.window.showTextDocument(uri);
  while (Date.now() < end) {
    if (vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'katapath')) return true;
    await pause(100);
  }
  return false;
}

/** Processor time between two turns of a timer: what computes keeps the timer waiting, a busy machine does not. */
function watchTurns() {
  const longest = { milliseconds: 0, at: '' };
  const turns = { at: 'activation', longest, stop: () => clearInterval(timer) };
  let before = process.cpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    const milliseconds = (user + system) / 1000;
    if (milliseconds > longest.milliseconds) Object.assign(longest, { milliseconds, at: turns.at });
  }, 20);
  return turns;
}

function words(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
