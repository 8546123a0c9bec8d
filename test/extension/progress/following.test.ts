import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Services } from '../../../src/vscode/services.ts';

describe('Progress that changes elsewhere', () => {
  let services: Services;
  let scratch: string;
  before(async () => {
    services = await vscode.extensions.getExtension<Services>('katapath.katapath')!.activate();
    scratch = mkdtempSync(join(tmpdir(), 'katapath-elsewhere-'));
  });
  after(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));

  /** The command line; at another place than here it is another computer, with a log of its own. */
  function katapath(args: readonly string[], place = 'here'): string {
    const cwd = join(scratch, place);
    mkdirSync(cwd, { recursive: true });
    const data = place === 'here' ? process.env['KATAPATH_DATA'] : join(cwd, 'data');
    const cli = join(services.extensionUri.fsPath, 'dist', 'cli.js');
    const env = { ...process.env, KATAPATH_DATA: data };
    return execFileSync(process.env['KATAPATH_NODE']!, [cli, ...args], { cwd, env, encoding: 'utf8' });
  }
  const start = (kata: string, place?: string) => katapath(['kata', 'start', kata, '--language', 'typescript'], place);

  /** What the views listen to says so: no reload, no command. */
  async function untilStarted(kata: string): Promise<void> {
    const isSeen = () => services.progress.state.katas.get(kata)?.startedAt !== undefined;
    if (isSeen()) return;
    await new Promise<void>((resolve) => {
      const listener = services.progress.onDidChange(() => {
        if (!isSeen()) return;
        listener.dispose();
        resolve();
      });
    });
  }

  it('is seen when the command line writes into the same log', async () => {
    start('two-pointers-pair-sum');
    await untilStarted('two-pointers-pair-sum');
  });

  it('is seen when the command line takes in the log of another computer', async () => {
    const log = join(scratch, 'laptop.jsonl');
    start('gilded-rose', 'laptop');
    katapath(['progress', 'export', log], 'laptop');
    katapath(['progress', 'import', log, '--adopt']);
    await untilStarted('gilded-rose');
  });

  it('is seen when git brings a bundle of another computer that is the learner’s too', async () => {
    const log = join(scratch, 'desk.jsonl');
    start('task-scheduler', 'desk');
    katapath(['progress', 'export', log], 'desk');
    const { devices } = JSON.parse(katapath(['progress', 'devices', '--format', 'json'], 'desk'));
    const { device, key } = devices[0];
    await services.progress.append([{ type: 'device.adopted', device, key }]);
    const bundles = join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, '.katapath', 'progress');
    mkdirSync(bundles, { recursive: true });
    copyFileSync(log, join(bundles, 'pulled.jsonl'));
    await untilStarted('task-scheduler');
  });
});
