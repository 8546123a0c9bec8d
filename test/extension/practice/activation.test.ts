import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const extension = () => vscode.extensions.getExtension('katapath.katapath')!;
const contributed = (): string[] =>
  extension().packageJSON.contributes.commands.map(({ command }: { command: string }) => command);

describe('Katapath in a real VS Code', () => {
  it('is installed and activates without an error', async () => {
    assert.ok(extension(), 'VS Code does not know katapath.katapath');
    await extension().activate();
    assert.ok(extension().isActive);
  });

  it('answers to every command its manifest offers', async () => {
    const known = new Set(await vscode.commands.getCommands());
    assert.deepEqual(
      contributed().filter((id) => !known.has(id)),
      [],
      'contributed but never registered',
    );
  });

  it('registers no command that its manifest does not know', async () => {
    const known = await vscode.commands.getCommands(true);
    const byView = /^katapath\.\w+\.(focus|open|resetViewLocation|removeView|toggleVisibility)$/;
    const own = known.filter((id) => id.startsWith('katapath.') && !byView.test(id));
    assert.deepEqual(
      own.filter((id) => !contributed().includes(id)),
      [],
      'registered but not contributed',
    );
  });
});
