import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from '../host/paths.ts';
import { canRead, ordinaryUser } from '../support/ordinaryUser.ts';
import { eventually } from './support/eventually.ts';
import { openWindow, type OpenOptions, type Window } from './support/window.ts';

const warmUp = 'Warm-up: a pair with a given sum';

/** Opens a window, does something in it, and closes it whatever happens. */
async function inWindow(
  workspace: string,
  options: OpenOptions,
  act: (window: Window) => Promise<void>,
): Promise<void> {
  const window = await openWindow(workspace, options);
  try {
    await act(window);
  } catch (error) {
    await window.screenshot(`failed-${workspace}`);
    throw error;
  } finally {
    await window.close();
  }
}

async function startWarmUp(window: Window, language: string): Promise<void> {
  const paths = await window.openView('Katapath', 'Learning paths');
  await window.quickInput.within(
    () => paths.row(warmUp).press('Start Kata…'),
    () => window.quickInput.waitForRow(language),
  );
  await window.quickInput.pick(language);
}

describe('Input that is not as one hopes', () => {
  it('says what to open when no folder is open, and offers it', () =>
    inWindow('none', {}, async (window) => {
      await startWarmUp(window, 'TypeScript');
      await window.toasts.waitFor('none is open');
      await window.screenshot('no-folder');
    }));

  it('lists the documents of several folders below each, and asks which one a kata goes into', () =>
    inWindow('several', {}, async (window) => {
      const documents = await window.openView('Katapath', 'Design documents');
      await documents.row(/^two/).waitFor();
      await documents.row('ADR-001: Print labels at night').waitFor();
      await eventually(async () => {
        const rows = await documents.texts();
        const at = (words: string) => rows.findIndex((row) => row.includes(words));
        const places = [at('one'), at('Weigh parcels'), at('two'), at('Print labels')];
        assert.ok(
          places[0] === 0 && places.every((place, index) => index === 0 || place > places[index - 1]!),
          rows.join(),
        );
      });
      await startWarmUp(window, 'Python');
      await window.quickInput.waitFor('Into which folder');
      await window.quickInput.pick('two');
      await window.editor.waitForTab('pair_sum.py');
      assert.ok(existsSync(join(window.folder, 'two', 'katas', 'two-pointers-pair-sum', 'pair_sum.py')));
    }));

  it('reads and checks in Restricted Mode, refuses to start a kata or a document, and says how to trust', () =>
    inWindow('practice', { restricted: true }, async (window) => {
      await window.editor.open('ADR-002-send-mail-through-a-queue.md');
      await window.editor.waitForSquiggle('error');
      const paths = await window.openView('Katapath', 'Learning paths');
      await paths.row(warmUp).press('Start Kata…');
      await window.toasts.waitFor('only in a folder you trust');
      await window.toasts.dismissAll();
      await window.run('Katapath: New Document…');
      await window.toasts.waitFor('writes documents only in a folder you trust');
      assert.ok(!existsSync(join(window.folder, 'katas')), 'nothing is written');
      assert.ok(!existsSync(join(window.folder, '.katapath')), 'no mirror is written either');
      await window.screenshot('restricted');
    }));

  it('asks git which numbers other branches have given once the folder is trusted, and not before', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'katapath-git-'));
    // git itself notes there what it is asked, whoever asks.
    const log = join(scratch, 'asked');
    const settings = join(scratch, 'gitconfig');
    writeFileSync(log, '');
    writeFileSync(settings, `[trace2]\n\tnormalTarget = ${log}\n`);
    const isAsked = () => readFileSync(log, 'utf8').includes('for-each-ref --no-merged');
    await inWindow('practice', { restricted: true, environment: { GIT_CONFIG_GLOBAL: settings } }, async (window) => {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
          cwd: window.folder,
        });
      git('init', '--quiet', '--initial-branch=main');
      git('add', '.');
      git('commit', '--quiet', '--message=Records');
      git('switch', '--quiet', '--create', 'other');
      window.write('docs/adr/ADR-001-keep-carts-in-the-browser.md', '# ADR-001: Keep carts in the browser\n');
      git('add', '.');
      git('commit', '--quiet', '--message=The same number');
      git('switch', '--quiet', 'main');

      await window.editor.open('ADR-002-send-mail-through-a-queue.md');
      await window.editor.waitForSquiggle('error');
      await window.editor.open('ADR-001-keep-sessions-in-redis.md');
      assert.ok(!isAsked(), readFileSync(log, 'utf8'));
      await window.trust();
      await window.editor.open('ADR-001-keep-sessions-in-redis.md');
      await window.editor.waitForSquiggle('warning');
      assert.match(await window.editor.hover(1, 7), /The branch other uses 1 for/);
      assert.ok(isAsked(), 'git notes what it is asked');
      git('branch', '--quiet', '-D', 'other');
      await window.editor.waitForNoSquiggle('warning');
    });
    rmSync(scratch, { recursive: true });
  });

  it('starts the kata once the folder is trusted', () =>
    inWindow('practice', { restricted: true }, async (window) => {
      await window.trust();
      await startWarmUp(window, 'TypeScript');
      await window.editor.waitForTab('pair-sum.ts');
    }));

  it('says which Python it needs, and where to set it, when there is none', () =>
    inWindow('practice', { machineSettings: { 'katapath.python.path': '/nowhere/python3' } }, async (window) => {
      await startWarmUp(window, 'Python');
      await window.editor.waitForTab('pair_sum.py');
      await window.webview(/sorted/i);
      await window.run('Katapath: Check This Machine');
      const page = await window.webview(/Python is missing/);
      assert.match(await page.locator('body').innerText(), /katapath\.python\.path/);
      await window.screenshots('doctor');
      await window.run('Katapath: Run Tests');
      await window.testing.show();
      await window.testing.waitFor(/Errored|Failed/);
      const paths = await window.openView('Katapath', 'Learning paths');
      assert.doesNotMatch(await paths.row(warmUp).spoken(), /done/);
    }));

  it('keeps a kata that was renamed, and one that was deleted leaves without a word', () =>
    inWindow('practice', {}, async (window) => {
      await startWarmUp(window, 'TypeScript');
      await window.editor.waitForTab('pair-sum.ts');
      const kata = join(window.folder, 'katas', 'two-pointers-pair-sum');
      await window.testing.show();
      await window.testing.expand('Software Engineering at Scale');
      await window.testing.waitFor(/Pair with a given sum/);
      renameSync(kata, join(window.folder, 'katas', 'renamed'));
      await window.run('Katapath: Run Tests');
      await window.testing.waitFor(/Failed/);
      // The kata went and came back, and its path with it: closed.
      await window.testing.expand('Software Engineering at Scale');
      await window.testing.waitFor(/Pair with a given sum.*Failed/);
      rmSync(join(window.folder, 'katas'), { recursive: true });
      const paths = await window.openView('Katapath', 'Learning paths');
      await paths.row(warmUp).waitFor();
      const ours = (await window.toasts.texts()).filter((text) => /kata/i.test(text));
      assert.deepEqual(ours, []);
    }));

  it('reports a broken .katapath/config.json and goes on checking', () =>
    inWindow('practice', {}, async (window) => {
      mkdirSync(join(window.folder, '.katapath'), { recursive: true });
      writeFileSync(join(window.folder, '.katapath', 'config.json'), '{ "rules": { "KP202": "loud" }, ');
      await window.editor.open('ADR-002-send-mail-through-a-queue.md');
      await window.editor.waitForSquiggle('error');
      await window.problems.show();
      await window.problems.waitFor('config.json');
      await window.problems.waitFor('KP208');
    }));

  it('refuses to write into a read-only folder, says so, and leaves nothing behind', function () {
    // Another user cannot start a VS Code that lies in somebody's home.
    if (ordinaryUser && !canRead(ordinaryUser, join(built, 'package.json'))) this.skip();
    return inWindow('practice', { asOrdinaryUser: true }, async (window) => {
      chmodSync(window.folder, 0o555);
      try {
        await startWarmUp(window, 'TypeScript');
        await window.toasts.waitFor(/may write|permissions/);
        await window.run('Katapath: Check This Machine');
        const page = await window.webview(/You may not write there/);
        assert.match(await page.locator('body').innerText(), /Change its permissions, or open another folder/);
        await window.screenshot('read-only');
        assert.ok(!readdirSync(window.folder).includes('katas'));
      } finally {
        chmodSync(window.folder, 0o755);
      }
    });
  });
});
