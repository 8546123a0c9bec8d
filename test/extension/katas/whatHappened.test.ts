import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { StartedKata } from '../../../src/vscode/library/kataLibrary.ts';
import type { Services } from '../../../src/vscode/services.ts';
import { eventually } from '../../support/eventually.ts';
import { activateKatapath, fileOf, forget, runKata, startKata } from './practice.ts';

const kataId = 'idempotent-transfer';

describe('A kata in the simulator', () => {
  let services: Services;
  let started: StartedKata;

  before(async () => {
    services = await activateKatapath();
    started = await startKata(services, kataId, 'typescript', 'transfer');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(started.uri, { recursive: true });
    services.katas.refresh();
    await forget(services, kataId);
  });

  it('has the simulator beside its tests', async () => {
    const names = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(started.uri, 'simulator'));
    assert.ok(names.some(([name]) => name === 'index.ts'));
  });

  it('shows what happened in a failed run, as a picture and as text', async () => {
    const [graded] = await runKata(services, started);
    assert.equal(graded?.result.verdict, 'failed', graded?.result.summary);
    await vscode.window.showTextDocument(fileOf(started));
    await vscode.commands.executeCommand('katapath.showWhatHappened');
    const path = `/runs/${kataId}/moves money.md`;
    const page = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'katapath', path }));
    const text = page.getText();
    assert.match(text, /Seed 1: the same seed gives the same run\./);
    assert.match(text, /!\[What the nodes said[^\]]*\]\(data:image\/svg\+xml;/);
    assert.match(text, /## The trace\n\n```text\n {5}0 {2}bank {2}start\n/);
    await eventually('a preview of it stands beside the code', async () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ label, input }) => input instanceof vscode.TabInputWebview && label.includes('moves money')),
    );
  });
});
