import assert from 'node:assert/strict';
import { join } from 'node:path';
import { eventually } from './support/eventually.ts';
import { openWarmUp, warmUp } from './support/warmUp.ts';
import type { Window } from './support/window.ts';

const file = join(warmUp.folder, 'pair_sum.py');
const settings = join('.vscode', 'settings.json');
const green = `def pair_sum(numbers, target):
    left, right = 0, len(numbers) - 1
    while left < right:
        total = numbers[left] + numbers[right]
        if total == target:
            return left, right
        if total < target:
            left += 1
        else:
            right -= 1
    return None
`;
const red = 'def pair_sum(numbers, target):\n    return 7, 8\n';

describe('Practice modes, as a person uses them', () => {
  let window: Window;
  let settingsBefore: string | undefined;
  before(async () => {
    // So short that nobody has to wait for a bell: six seconds, and four.
    const lengths = { 'katapath.practice.timeBoxMinutes': [0.1, 25], 'katapath.practice.babyStepsMinutes': [0.07, 3] };
    window = await openWarmUp('Python', lengths);
    await window.editor.closeAll();
    await window.editor.open('pair_sum.py');
    settingsBefore = window.read(settings);
  });
  after(() => window.close());

  const choose = async (label: string | RegExp) => {
    await window.run('Katapath: Practice Mode…');
    await window.quickInput.waitFor('How do you want to practise?');
    await window.quickInput.pick(label);
  };
  const clock = () => window.page.locator('.statusbar-item[id*="katapath.timeBox"]');
  const steps = () => window.page.locator('.statusbar-item[id*="katapath.babySteps"]');
  const isOff = () =>
    eventually(async () => assert.match(window.read(settings) ?? '', /"editor\.inlineSuggest\.enabled": false/));
  const focus = () => window.page.locator('.statusbar-item[id*="katapath.focus"]');

  it('counts a time-box down in the status bar, and can be paused', async () => {
    await choose('Time-box: 25 minutes');
    await eventually(async () => assert.match(await clock().innerText(), /2[45]:\d\d/));
    await window.screenshots('practice-time-box');
    await choose('Pause');
    await clock().locator('.codicon-debug-pause').waitFor();
    const paused = await clock().innerText();
    await window.reload();
    await clock().locator('.codicon-debug-pause').waitFor();
    assert.equal(await clock().innerText(), paused);
    await choose('Go on');
    await eventually(async () => assert.notEqual(await clock().innerText(), paused));
    await choose('Stop');
    await clock().waitFor({ state: 'detached' });
  });

  it('says once that a time-box is over, and takes nothing away', async () => {
    const before = window.read(file);
    await choose('Time-box: 0.1 minutes');
    await window.toasts.waitFor('The time-box of 0.1 minutes is over');
    await eventually(async () => assert.match(await clock().innerText(), /\+\d+:\d\d/));
    assert.equal((await window.toasts.texts()).filter((text) => /is over/.test(text)).length, 1);
    assert.equal(window.read(file), before);
    await choose('Stop');
    await clock().waitFor({ state: 'detached' });
    await window.toasts.dismissAll();
  });

  it('asks for a green before baby steps', async () => {
    await choose('Baby steps: 3 minutes');
    await window.toasts.waitFor('this kata has not been green yet');
    await window.toasts.dismissAll();
  });

  it('goes back to the last green when the bell finds red, and gives the work back when asked', async () => {
    await window.editor.replaceAll(green);
    await window.run('Katapath: Run Tests');
    await window.toasts.waitFor(/is done/);
    await window.toasts.dismissAll();
    await choose('Baby steps: 0.07 minutes');
    await steps().waitFor();
    await window.editor.replaceAll(red);
    await window.editor.save();
    await window.toasts.waitFor('your files are back at the last green');
    await window.editor.waitForText('left, right = 0');
    assert.equal(window.read(file), green);
    await choose('Stop');
    await steps().waitFor({ state: 'detached' });
    await window.screenshots('practice-baby-steps');
    await window.toasts.press('back at the last green', 'Bring It Back');
    await eventually(async () => assert.equal(window.read(file), red));
  });

  it('turns inline suggestions off in the kata while focus is on, and leaves the settings as they were', async () => {
    await window.editor.open('pair_sum.py');
    await choose('Focus: no inline suggestions');
    await focus().waitFor();
    await isOff();
    await window.screenshots('practice-focus');
    await window.editor.open('ADR-002-send-mail-through-a-queue.md');
    await eventually(async () => assert.equal(window.read(settings), settingsBefore));
    await window.editor.open('pair_sum.py');
    await isOff();
  });

  it('still has focus after a reload, and ends it when asked', async () => {
    await window.reload();
    await focus().waitFor();
    await isOff();
    await focus().click();
    await window.quickInput.pick('Focus: show inline suggestions again');
    await focus().waitFor({ state: 'detached' });
    await eventually(async () => assert.equal(window.read(settings), settingsBefore));
  });
});
