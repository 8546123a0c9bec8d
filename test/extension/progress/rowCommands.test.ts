import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandRegistrar, rowCommands } from '../../../src/vscode/shared/commands.ts';

describe('A command of a row', () => {
  const id = 'katapath.test.ofRow';
  const ran: unknown[][] = [];
  const warned: string[] = [];
  let registration: vscode.Disposable;

  before(() => {
    const log = { warn: (text: string) => warned.push(text) } as unknown as vscode.LogOutputChannel;
    registration = commandRegistrar(log, new Set([id]))(id, (...args: unknown[]) => ran.push(args));
  });
  after(() => registration.dispose());
  beforeEach(() => {
    ran.length = 0;
    warned.length = 0;
  });

  it('does nothing, and says so, when its menu hands over no row', async () => {
    await vscode.commands.executeCommand(id, undefined, undefined);
    assert.deepEqual(ran, []);
    assert.match(warned.join(), /drawn anew.*nothing was done.*Choose again/);
  });

  it('runs with a row, and from the palette or a key without one', async () => {
    await vscode.commands.executeCommand(id, 'a row', undefined);
    await vscode.commands.executeCommand(id);
    assert.deepEqual(ran, [['a row', undefined], []]);
    assert.deepEqual(warned, []);
  });

  it('is one that only rows offer: a title has no row to hand over', () => {
    const found = rowCommands(vscode.extensions.getExtension('katapath.katapath')!);
    assert.ok(found.has('katapath.resetKata') && found.has('katapath.renumberDocument'));
    assert.ok(!found.has('katapath.newDocument') && !found.has('katapath.followPath'));
  });
});
