import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './support/eventually.ts';
import { rightAnswer, warmUp } from './support/warmUp.ts';
import { openWindow, type Window } from './support/window.ts';

const quadratic = `${warmUp.signature}
  for (let left = 0; left < numbers.length; left++)
    for (let right = left + 1; right < numbers.length; right++)
      if (numbers[left]! + numbers[right]! === target) return [left, right];
  return null;
}
`;

describe('A first kata, from the sidebar to the pass', () => {
  let window: Window;
  const file = () => join(window.folder, warmUp.folder, 'pair-sum.ts');
  before(async () => (window = await openWindow('practice')));
  after(() => window.close());

  it('starts from its row, asks for the language once, and opens the brief beside the file', async () => {
    const paths = await window.openView('Katapath', 'Learning paths');
    await window.quickInput.within(
      () => paths.row(warmUp.title).press('Start Kata…'),
      () => window.quickInput.waitForRow('TypeScript'),
    );
    await window.quickInput.pick('TypeScript');
    await window.editor.waitForTab('pair-sum.ts');
    await window.webview(/sorted/i);
    assert.ok(existsSync(file()), 'the starter is in the workspace');
    await window.screenshots('kata-started');
  });

  it('shows its stages and tests in the Testing view', async () => {
    await window.testing.show();
    await window.testing.expand('Software Engineering at Scale');
    await window.testing.waitFor(/Pair with a given sum/);
    await window.testing.expand('Pair with a given sum');
    await window.testing.waitFor(/Find the pair/);
  });

  it('gives a verdict per test, with what was expected and what came', async () => {
    writeFileSync(file(), rightAnswer.replace('return [left, right];', 'return [right, left];'));
    await window.run('Katapath: Run Tests');
    await window.testing.waitFor(/Find the pair.*Failed/);
    await window.screenshots('kata-failed');
    const row = await rowOf(window);
    assert.doesNotMatch(row, /done/);
  });

  it('says which growth a slow answer has, and does not complete the kata with it', async () => {
    writeFileSync(file(), quadratic);
    await window.run('Katapath: Run Tests');
    await window.testing.waitFor(/Find the pair.*Passed/);
    await window.testing.waitFor(/One sweep.*Failed/);
    assert.doesNotMatch(await rowOf(window), /done/);
  });

  it('completes the item in the sidebar at once when everything passes', async () => {
    writeFileSync(file(), rightAnswer);
    await window.run('Katapath: Run Tests');
    await window.testing.waitFor(/One sweep.*Passed/);
    const paths = await window.openView('Katapath', 'Learning paths');
    await paths.row(warmUp.title).waitFor();
    await eventually(async () => assert.match(await paths.row(warmUp.title).spoken(), /done on \d{4}-\d\d-\d\d/));
    await window.toasts.dismissAll();
    await window.screenshots('kata-passed');
  });

  it('still knows it the next morning', async () => {
    await window.restart();
    assert.match(await rowOf(window), /done on/);
    assert.equal(readFileSync(file(), 'utf8'), rightAnswer);
  });
});

async function rowOf(window: Window): Promise<string> {
  const paths = await window.openView('Katapath', 'Learning paths');
  await paths.row(warmUp.title).waitFor();
  return paths.row(warmUp.title).spoken();
}
