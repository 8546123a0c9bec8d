import type { Disposable } from 'vscode';
import { machinePage, neededToolchains } from '../../core/runs/machine.ts';
import type { Services } from '../services.ts';

/** "Katapath: Check This Machine": what katas need, what is there, what is missing and how to get it. */
export function registerDoctor({ catalog, runners, progress, pages, registerCommand }: Services): Disposable {
  return registerCommand('katapath.doctor', async () => {
    runners?.lookAgain();
    const [toolchains = [], places = []] = runners
      ? await Promise.all([runners.inspectToolchains(), runners.inspectPlaces()])
      : [];
    const report = { toolchains: neededToolchains(toolchains, catalog.katas), places, notices: progress.notices };
    await pages.showMarkdown('/Katapath on this machine.md', machinePage(report));
  });
}
