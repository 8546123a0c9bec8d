import assert from 'node:assert/strict';
import { eventually } from './support/eventually.ts';
import { openWarmUp, rightAnswer } from './support/warmUp.ts';
import type { Window } from './support/window.ts';

const wrong = rightAnswer.replace('[left, right]', '[right, left]');
const broken = wrong.replace('const sum =', 'const sum = =');

describe('What a person sees of a verdict', () => {
  let window: Window;
  before(async () => {
    window = await openWarmUp('TypeScript');
    await window.editor.closeAll();
  });
  after(() => window.close());

  const statusSays = (words: RegExp) =>
    eventually(async () => {
      const texts = await window.statusTexts();
      if (!texts.some((text) => words.test(text)))
        throw new Error(`the status bar never says ${words}: ${texts.join(' | ')}`);
    });

  it('runs from above the file, saving it first, and says the verdict there and in the status bar', async () => {
    await window.editor.open('pair-sum.ts');
    await window.editor.replaceAll(wrong);
    await window.editor.pressLens('Run');
    await statusSays(/Find the pair: \d+ of 14 failed/);
    await eventually(async () => {
      const lenses = (await window.editor.lenses()).map((text) => text.replaceAll('\u00a0', ' '));
      assert.ok(
        lenses.some((text) => /Find the pair: \d+ of 14 failed/.test(text)),
        lenses.join(' | '),
      );
    });
    assert.ok((await window.editor.tabs()).includes('pair-sum.ts'));
    await window.screenshots('kata-verdict');
  });

  it('shows expected and actual in VS Code’s own comparison, beside the test', async () => {
    await window.editor.open('implement.test.ts');
    await window.run('Test: Peek Output');
    const peek = window.page.locator('.test-output-peek');
    await peek.locator('.monaco-diff-editor').first().waitFor();
    await window.screenshots('kata-comparison');
    await window.page.keyboard.press('Escape');
  });

  it('stops at a breakpoint in the learner’s file', async () => {
    await window.page.locator('.tabs-container .tab').filter({ hasText: 'pair-sum.ts' }).first().click();
    await window.editor.moveTo(6, 5);
    await window.page.keyboard.press('F9');
    await window.testing.show();
    await window.testing.expand('Software Engineering at Scale');
    await window.testing.expand('Pair with a given sum');
    await window.testing.expand(/Find the pair/);
    await window.testing.expand(/^.*pairSum/);
    await window.testing.row(/finds the pair at both ends/).hover();
    await window.testing
      .row(/finds the pair at both ends/)
      .locator('a[aria-label="Debug Test"]')
      .click();
    await window.page.locator('.debug-toolbar').waitFor();
    await window.page.locator('.debug-top-stack-frame-line').first().waitFor();
    await window.screenshot('kata-debugging-dark');
    await window.page.keyboard.press('F9');
    await window.page.keyboard.press('F5');
    await window.page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
    await window.testing.show();
    await window.testing.waitFor(/finds the pair at both ends.*Failed/);
  });

  it('shows which lines the tests reached', async () => {
    await window.testing.row(/Find the pair/).hover();
    await window.testing
      .row(/Find the pair/)
      .locator('a[aria-label="Run Test with Coverage"]')
      .click();
    await window.tree('Test Coverage').row('pair-sum.ts').waitFor();
    assert.match(await window.tree('Test Coverage').row('pair-sum.ts').text(), /%/);
    await window.run('Test: Toggle Inline Coverage');
    await window.page.locator('.coverage-deco-gutter').first().waitFor();
    await window.screenshot('kata-coverage-dark');
  });

  it('puts a mistake in the code at its place, with what to do', async () => {
    await window.testing.show();
    await window.page.locator('.tabs-container .tab').filter({ hasText: 'pair-sum.ts' }).first().click();
    await window.editor.replaceAll(broken);
    await window.editor.save();
    await window.run('Katapath: Run Tests');
    await statusSays(/does not load/);
    await window.testing.waitFor(/Find the pair.*Errored/);
    await window.screenshots('kata-does-not-load');
  });

  it('goes on with the next thing to do when everything passes', async () => {
    await window.editor.replaceAll(rightAnswer);
    await window.editor.pressLens('Run');
    await statusSays(/Passed — next: /);
    await window.toasts.waitFor(/is done/);
    await window.screenshots('kata-done');
  });
});
