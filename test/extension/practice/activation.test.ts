import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('Katapath in a real VS Code', () => {
  it('is installed and activates without an error', async () => {
    const extension = vscode.extensions.getExtension('katapath.katapath');
    assert.ok(extension, 'VS Code does not know katapath.katapath');
    await extension.activate();
    assert.ok(extension.isActive);
  });
});
