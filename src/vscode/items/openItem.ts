import { commands, env, Uri, window } from 'vscode';
import type { ItemNode } from '../../core/agenda/learningTree.ts';
import type { Services } from '../services.ts';
import { kataPage } from '../shared/pages.ts';

/** What a click on an item does: the nearest useful thing that writes nothing. */
export async function openItem(services: Services, { item, state }: ItemNode): Promise<void> {
  if (item.kind === 'kata' && state !== 'planned') return openKata(services, item.kata!);
  if (item.url) {
    await env.openExternal(Uri.parse(item.url, true));
    return;
  }
  await window.showInformationMessage(`${item.title}: ${item.detail ?? ''}`);
}

/** A started kata opens where the learner left it; one that is not started shows its brief. */
async function openKata(services: Services, id: string): Promise<void> {
  const started = await services.katas.lookFor(({ marker }) => marker.kata === id);
  if (started.length > 0) await commands.executeCommand('katapath.openKata', id);
  else await commands.executeCommand('markdown.showPreview', kataPage(id, 'README.md'));
}
