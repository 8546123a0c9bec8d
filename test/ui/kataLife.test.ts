import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './support/eventually.ts';
import { openWarmUp, rightAnswer, warmUp } from './support/warmUp.ts';
import type { Window } from './support/window.ts';

const file = join(warmUp.folder, 'pair-sum.ts');
const tests = join(warmUp.folder, 'tests', 'implement.test.ts');
const marker = join(warmUp.folder, '.katapath-kata.json');
/** Wrong in a way of its own each time: the same code again is no further try. */
const wrong = (word: string) => `${warmUp.signature}\n  // ${word}\n  return [numbers.length, target];\n}\n`;

describe('The life of a kata, as a person goes through it', () => {
  let window: Window;
  let starter: string;
  let attempts: string;
  before(async () => {
    window = await openWarmUp('TypeScript');
    starter = window.read(file)!;
    const { instance } = JSON.parse(window.read(marker)!) as { instance: string };
    attempts = join(window.progressFolder, 'attempts', instance);
    mkdirSync(attempts, { recursive: true });
  });
  after(() => window.close());

  const attemptsKept = () => readdirSync(attempts).filter((name) => name.endsWith('.json')).length;
  const runTests = async (words: RegExp) => {
    const before = attemptsKept();
    await window.run('Katapath: Run Tests');
    await eventually(async () => {
      assert.ok(attemptsKept() > before, 'no attempt was kept');
      const texts = await window.statusTexts();
      assert.ok(
        texts.some((text) => words.test(text)),
        `the status bar never says ${words}: ${texts.join(' | ')}`,
      );
    });
  };
  const holds = (name: string, text: string) => eventually(async () => assert.equal(window.read(name), text));
  const comparisonShows = async (text: string) => {
    const editor = window.page.locator('.editor-instance .monaco-diff-editor');
    await editor.locator('.view-line').filter({ hasText: text }).first().waitFor();
  };

  it('keeps the solution closed until it was earned, and offers a hint', async () => {
    await window.run('Katapath: Show Solution');
    await window.toasts.waitFor(/opens when the stage passes, or after 3 more tries/);
    await window.toasts.press(/opens when the stage passes/, 'Show a Hint');
    await window.webview(/1 of 3: What a right answer is/);
    await window.toasts.dismissAll();
  });

  it('keeps the hints on screen while the kata is run, and adds the next one to them', async () => {
    await window.editor.replaceAll(wrong('one'));
    await runTests(/Find the pair: \d+ of 14 failed/);
    await window.webview(/1 of 3: What a right answer is/);
    await window.run('Katapath: Show Hint');
    const page = await window.webview(/2 of 3: Try everything/);
    assert.match(await page.locator('body').innerText(), /What a right answer is/);
    await window.screenshots('kata-hints');
  });

  it('compares two attempts with each other', async () => {
    await window.editor.replaceAll(wrong('two'));
    await runTests(/Find the pair: \d+ of 14 failed/);
    await window.run('Katapath: Compare Attempts…');
    await window.quickInput.waitFor('two to compare with each other');
    const rows = await window.quickInput.rows();
    assert.equal(rows.filter((row) => /implement · failed/.test(row)).length, 2, rows.join(' | '));
    assert.ok(!rows.some((row) => /reference/.test(row)), 'the reference is still closed');
    await window.quickInput.tickAll();
    await window.quickInput.accept();
    await window.editor.waitForTab(/pair-sum\.ts: .+ ↔ /);
    await comparisonShows('// one');
    await comparisonShows('// two');
    await window.screenshots('kata-attempts');
  });

  it('compares an attempt with the reference, once that is open', async () => {
    await window.editor.closeAll();
    await window.editor.open('pair-sum.ts');
    await window.editor.replaceAll(rightAnswer);
    await runTests(/Passed — next: /);
    await window.run('Katapath: Compare Attempts…');
    await window.quickInput.waitForRow('The reference');
    await window.quickInput.pick('The reference');
    await window.quickInput.pick(/failed/);
    await window.quickInput.accept();
    await window.editor.waitForTab(/pair-sum\.ts: .+ ↔ reference/);
    await comparisonShows('// two');
  });

  it('shows the solution beside one’s own, and what other approaches there are', async () => {
    await window.editor.closeAll();
    await window.editor.open('pair-sum.ts');
    await window.run('Katapath: Show Solution');
    const page = await window.webview(/Other approaches/);
    assert.match(await page.locator('body').innerText(), /a hash map of numbers seen/);
    await window.editor.waitForTab('yours ↔ reference');
    await window.screenshots('kata-solution');
  });

  it('starts over, keeps the files first, and brings them back', async () => {
    await window.editor.closeAll();
    await window.toasts.dismissAll();
    await window.editor.open('pair-sum.ts');
    await window.run('Katapath: Reset Kata');
    await window.toasts.waitFor(/starts over\. Your files are kept/);
    await holds(file, starter);
    await window.toasts.press(/starts over/, 'Undo');
    await holds(file, rightAnswer);
  });

  it('brings the shipped tests back, and the edited copy when that is wanted after all', async () => {
    const shipped = window.read(tests)!;
    window.write(tests, '// nothing left\n');
    await window.editor.open('pair-sum.ts');
    await window.run('Katapath: Restore Kata Tests');
    await window.toasts.waitFor(/The shipped tests are back/);
    await holds(tests, shipped);
    await window.run('Katapath: Undo Last Kata Reset');
    await holds(tests, '// nothing left\n');
  });

  it('offers the newer version of a kata, keeps the work, and says what changed', async () => {
    await window.toasts.dismissAll();
    // As it was handed out by an older Katapath: another brief, and a file that is no more.
    const { shipped, ...older } = JSON.parse(window.read(marker)!) as { shipped: Record<string, string> };
    const before = { ...shipped, 'README.md': 'another', 'tests/old.test.ts': 'another' };
    window.write(marker, JSON.stringify({ ...older, version: 0, shipped: before }));
    // A newer Katapath comes with a window that loads anew.
    await window.reload();
    await window.editor.open('pair-sum.ts');
    await eventually(async () => {
      const lenses = await window.editor.lenses();
      assert.ok(
        lenses.some((lens) => /Update to version 1/.test(lens.replaceAll('\u00a0', ' '))),
        lenses.join(' | '),
      );
    });
    await window.screenshots('kata-update');
    await window.editor.pressLens('Update');
    await window.toasts.waitFor(/is now at version 1\./);
    assert.equal(window.read(file), rightAnswer);
    assert.equal((JSON.parse(window.read(marker)!) as { version: number }).version, 1);
  });

  it('goes on where it was after its folder was moved and renamed', async () => {
    await window.editor.closeAll();
    window.move(warmUp.folder, join('elsewhere', 'my warm-up'));
    await window.reload();
    await window.editor.open('elsewhere/my warm-up/pair-sum.ts');
    await runTests(/Passed — next: /);
    await window.run('Katapath: Compare Attempts…');
    await window.quickInput.waitForRow(/failed/);
    await window.quickInput.cancel();
  });
});
