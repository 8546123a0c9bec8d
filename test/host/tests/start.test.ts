import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { eventually } from '../../ui/support/eventually.ts';
import { isAlive } from '../machine/makeOnce.ts';
import { cleanEnvironment } from '../machine/processes.ts';
import { root } from '../paths.ts';
import { launchBrowser, openPage } from '../vscode/browser.ts';

describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'katapath-start-'));
  let browser: Browser;
  let started: ChildProcess | undefined;
  before(async () => (browser = await launchBrowser()));
  afterEach(() => started?.kill('SIGKILL'));
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Starts the command as a shell does, in a group of its own; resolves with the address it prints. */
  async function start(...options: string[]): Promise<{ command: ChildProcess; address: string; words: () => string }> {
    const bootstrap = join(root, 'test', 'host', 'bootstrap.mjs');
    const args = [bootstrap, 'start', '--no-open', '--folder', folder, ...options];
    const command = spawn(process.execPath, args, { cwd: root, env: cleanEnvironment(), detached: true });
    started = command;
    let words = '';
    command.stdout?.on('data', (chunk) => (words += chunk));
    command.stderr?.on('data', (chunk) => (words += chunk));
    const address = await eventually(() => {
      const found = /http:\/\/\S+/.exec(words)?.[0];
      if (!found) throw new Error(`no address was printed: ${words}`);
      return found;
    }, 120_000);
    return { command, address, words: () => words };
  }

  /** Every process below this one, itself included. */
  function family(pid: number): number[] {
    const parents = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)] as const);
    const found = [pid];
    for (const member of found) found.push(...parents.filter(([, parent]) => parent === member).map(([id]) => id));
    return found;
  }

  /** Undefined for a process that ended while we looked. */
  function parentOf(pid: string): number | undefined {
    try {
      return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
    } catch {
      return undefined;
    }
  }

  async function expectAllGone(pids: readonly number[]): Promise<void> {
    await eventually(() => {
      const left = pids.filter(isAlive);
      assert.deepEqual(left, [], 'processes are left');
    }, 10_000);
  }

  it('opens the practice workspace with the extension, and Ctrl+C ends everything it started', async function () {
    if (!existsSync('/proc')) this.skip();
    const { command, address } = await start();
    const page = await openPage(browser, address);
    await page.getByRole('tab', { name: /^Katapath/ }).click({ timeout: 60_000 });
    await page
      .getByRole('tree', { name: /Learning paths/i })
      .getByRole('treeitem')
      .first()
      .waitFor({ timeout: 60_000 });
    const pids = family(command.pid!);
    assert.ok(pids.length >= 4, `the server and its extension host should be there: ${pids}`);
    process.kill(-command.pid!, 'SIGINT');
    await expectAllGone(pids);
    await page.context().close();
  });

  it('lets nobody in without the token, and leaves nothing behind after SIGTERM', async function () {
    if (!existsSync('/proc')) this.skip();
    const { command, address } = await start();
    assert.equal((await fetch(address, { redirect: 'manual' })).status, 302);
    assert.equal((await fetch(new URL(address).origin)).status, 403);
    const pids = family(command.pid!);
    command.kill('SIGTERM');
    await expectAllGone(pids);
  });

  it('gives the address of the one that runs when it is started twice, and ends with its terminal', async function () {
    if (!existsSync('/proc')) this.skip();
    const first = await start();
    const pids = family(first.command.pid!);
    const second = await start();
    assert.equal(second.address, first.address);
    assert.match(second.words(), /already running/);
    await eventually(() => assert.notEqual(second.command.exitCode, null));
    first.command.kill('SIGHUP');
    await expectAllGone(pids);
  });

  it('leaves nothing behind even when it is killed without a chance to clean up', async function () {
    if (!existsSync('/proc')) this.skip();
    const { command } = await start();
    const pids = family(command.pid!);
    command.kill('SIGKILL');
    await expectAllGone(pids);
  });
});
