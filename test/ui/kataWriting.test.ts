import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './support/eventually.ts';
import { openWindow, type Window } from './support/window.ts';

const title = 'A decision, six months later';
const file = join('katas', 'adr-observed-consequences', 'adr.md');
/** The document as it may look after a stage. */
const solvedAfter = (stage: string) =>
  readFileSync(join('katas/exercises/adr-observed-consequences/markdown/solution', stage, 'adr.md'), 'utf8');

describe('An exercise in writing, from the draft to the pass', () => {
  let window: Window;
  before(async () => (window = await openWindow('practice')));
  after(() => window.close());

  it('opens the draft with its problems on its words, and the brief beside it', async () => {
    await window.run('Katapath: Start Kata…');
    await window.quickInput.filter(title);
    await window.quickInput.pick(title);
    await window.editor.waitForTab('adr.md');
    await window.webview(/A decision record is mostly read by people who were not there/);
    await window.editor.waitForSquiggle('error');
    await window.problems.waitFor(/\[Option 4\].* is from the template/);
  });

  it('shows each thing to mend as a failed test, and beside its words', async () => {
    await window.run('Katapath: Run Tests');
    await window.testing.waitFor(/Software Engineering at Scale.*Failed/);
    await window.testing.expand('Software Engineering at Scale');
    await window.testing.expand(title);
    await window.testing.expand('Mend the draft');
    await window.testing.waitFor(/KP102 title-pattern.*Failed/);
    await window.testing.waitFor(/KP502 alternative-no-reason \(2\).*Failed/);
    const beside = window.page.locator('.test-error-content-widget');
    await beside.filter({ hasText: 'KP102' }).first().waitFor();
    await window.screenshots('writing-failed');
  });

  it('takes a quick fix for one thing less to mend', async () => {
    await window.page.locator('.tabs-container .tab').filter({ hasText: 'adr.md' }).first().click();
    await window.editor.moveTo(1, 5);
    await window.editor.applyQuickFix('Change to "ADR-023');
    await window.editor.save();
    // The brief stays where it is, though another Markdown is edited.
    await window.webview(/A decision record is mostly read by people who were not there/);
    await window.run('Katapath: Run Tests');
    await window.testing.waitFor(/KP102 title-pattern.*Passed/);
    await window.testing.waitFor(/KP202 status-unknown.*Failed/);
  });

  it('goes on to the next stage with a draft that is mended, and says what is not written yet', async () => {
    window.write(file, solvedAfter('mend'));
    await window.run('Katapath: Run Tests');
    await window.testing.waitFor(/Mend the draft.*Passed/);
    await window.testing.waitFor(/Say what happened.*Failed/);
    // What was mended leaves no row behind.
    await eventually(async () => {
      const rows = await window.testing.rows();
      assert.ok(!rows.some((row) => row.includes('alternative-no-reason (2)')), rows.join('\n'));
    });
  });

  it('is done in the sidebar when the record says everything', async () => {
    window.write(file, solvedAfter('weighed'));
    await window.run('Katapath: Run Tests');
    await window.testing.waitFor(/Weigh it again.*Passed/);
    await window.toasts.waitFor(/is done/);
    await window.toasts.dismissAll();
    const paths = await window.openView('Katapath', 'Learning paths');
    await paths.row('Decision records from your own work').expand();
    await eventually(async () => assert.match(await paths.row(title).spoken(), /done on \d{4}-\d\d-\d\d/));
    await window.screenshots('writing-passed');
  });
});
