import * as vscode from 'vscode';

describe('Katapath in the web worker extension host', () => {
  it('activates without an error', async () => {
    const extension = vscode.extensions.getExtension('katapath.katapath');
    if (!extension) throw new Error('VS Code does not know katapath.katapath');
    await extension.activate();
    if (!extension.isActive) throw new Error('katapath.katapath did not activate');
  });

  it('runs where there is no Node, so that this suite proves something', () => {
    const global = globalThis as { importScripts?: unknown; process?: { versions?: { node?: string } } };
    if (typeof global.importScripts !== 'function') throw new Error('this is not a web worker');
    if (global.process?.versions?.node) throw new Error('this is Node');
  });
});
