import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readSolution } from '../../../src/core/katas/content.ts';
import { scaffoldKata } from '../../../src/core/katas/folder/scaffold.ts';
import type { Graded } from '../../../src/vscode/library/kataGrading.ts';
import type { StartedKata } from '../../../src/vscode/library/kataLibrary.ts';
import type { Services } from '../../../src/vscode/services.ts';
import { uriFolder } from '../../../src/vscode/shared/uriFolder.ts';

/** The services of the running extension; it gives them to tests only. */
export async function activateKatapath(): Promise<Services> {
  const services = await vscode.extensions.getExtension<Services>('katapath.katapath')!.activate();
  assert.ok(services, 'the extension gives its services to tests');
  return services;
}

export const practiceFolder = (): vscode.WorkspaceFolder => vscode.workspace.workspaceFolders![0]!;

/** A kata's folder in the practice workspace, as "Start Kata" writes it. */
export async function startKata(
  services: Services,
  id: string,
  language: string,
  folderName: string,
): Promise<StartedKata> {
  const kata = await services.shelf.open(id);
  const target = uriFolder(practiceFolder().uri);
  await scaffoldKata({
    kata,
    language,
    content: contentOf(services, id),
    target,
    folderName,
    instance: services.newId(),
  });
  services.katas.refresh();
  return requireStarted(services, folderName);
}

export async function requireStarted(services: Services, folderName: string): Promise<StartedKata> {
  const uri = vscode.Uri.joinPath(practiceFolder().uri, folderName);
  const started = (await services.katas.list()).find((kata) => kata.uri.toString() === uri.toString());
  assert.ok(started, `${folderName} is a started kata`);
  return started;
}

/** The learner's first file. */
export function fileOf({ kata, marker, uri }: StartedKata): vscode.Uri {
  return vscode.Uri.joinPath(uri, kata.manifest.tracks[marker.language]!.files[0]!);
}

export async function writeAnswer(started: StartedKata, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fileOf(started), new TextEncoder().encode(text));
}

/** The text of the learner's first file in the reference solution. */
export async function solutionOf(services: Services, { kata, marker }: StartedKata): Promise<string> {
  const files = await readSolution(
    kata,
    marker.language,
    kata.manifest.stages.at(-1)!.id,
    contentOf(services, kata.manifest.id),
  );
  return files[kata.manifest.tracks[marker.language]!.files[0]!]!;
}

/** Runs a kata as its CodeLens does, and gives every verdict of the run. */
export async function runKata(services: Services, started: StartedKata): Promise<readonly Graded[]> {
  return collectVerdicts(services, () => vscode.commands.executeCommand('katapath.runKata', started.uri));
}

export async function collectVerdicts(services: Services, act: () => Thenable<unknown>): Promise<readonly Graded[]> {
  const graded: Graded[] = [];
  const subscription = services.grading.onDidGrade((event) => graded.push(event));
  try {
    await act();
  } finally {
    subscription.dispose();
  }
  return graded;
}

/** The rows of the Testing view that stand in a file: the titles from the path down, as VS Code itself knows them. */
export async function testsIn(file: vscode.Uri): Promise<readonly string[][]> {
  return vscode.commands.executeCommand('vscode.testing.getTestsInFile', file);
}

const contentOf = ({ shelf }: Services, id: string) => shelf.contentOf(id);

/** Takes back what other files of tests achieved in a kata: they share one learner's log. */
export async function forget({ progress }: Services, kata: string): Promise<void> {
  const hashes = progress.events.filter((event) => 'kata' in event && event.kata === kata).map(({ h }) => h);
  if (hashes.length > 0) await progress.append([{ type: 'revoke', hashes, reason: 'reset' }]);
}
