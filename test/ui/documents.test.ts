import assert from 'node:assert/strict';
import { eventually } from './support/eventually.ts';
import { openWindow, type Window } from './support/window.ts';

const mail = 'docs/adr/0003-send-mail-through-a-queue.md';

describe('Design documents, side by side', () => {
  let window: Window;
  before(async () => (window = await openWindow('documents')));
  after(() => window.close());

  it('are listed by kind and status, with number, title and problems', async () => {
    const tree = await window.openView('Katapath', 'Design documents');
    await tree.row('ADR-001: Keep sessions in Redis').waitFor();
    await tree.row(/ADR-003.*error/).waitFor();
    assert.match(await tree.row('ADR-003').spoken(), /ADR-003: Send mail through a queue, acepted, .*error/);
    assert.match((await tree.texts())[0]!, /Decision records\s*3/);
    await window.screenshots('documents-view');
  });

  it('go from clean over a slip of the pen and its squiggle to a quick fix, and are clean again', async () => {
    const tree = window.tree('Design documents');
    const row = tree.row('ADR-002');
    const isClean = () =>
      eventually(async () => assert.match(await row.spoken(), /ADR-002: .*, accepted, no problems/));
    await row.locator.dblclick();
    await window.editor.waitForTab('0002-keep-sessions-in-postgresql.md');
    await isClean();
    await window.editor.waitForNoSquiggle('error');
    await window.editor.moveTo(2, 33);
    await window.page.keyboard.press('Backspace');
    await window.editor.waitForText('Status: Acepted');
    await window.editor.waitForSquiggle('error');
    await window.problems.waitFor('KP202');
    await window.editor.moveTo(2, 33);
    await window.editor.applyQuickFix('Change to "Accepted"');
    await window.problems.waitForNone('KP202');
    await window.editor.waitForNoSquiggle('error');
    await window.editor.waitForText('Status: Accepted');
    await isClean();
    await window.editor.save();
  });

  it('lose the problems that a quick fix and the missing sections mend, and the row has the new status', async () => {
    const tree = window.tree('Design documents');
    // Opened to stay, with the focus in its text.
    await tree.row('ADR-003').locator.dblclick();
    await window.editor.waitForTab('0003-send-mail-through-a-queue.md');
    await window.editor.waitForSquiggle('error');
    await window.editor.moveTo(2, 33);
    await window.editor.applyQuickFix('Change to "Accepted"');
    await window.problems.waitForNone('KP202');
    await window.run('Katapath: Insert Missing Sections');
    await window.editor.waitForText('## Revisit When');
    await window.problems.waitForNone('KP301');
    await eventually(async () => assert.match(await tree.row('ADR-003').spoken(), /, accepted, /));
  });

  it('open a rule rendered from the code of a problem', async () => {
    await window.editor.moveTo(1, 1);
    await window.problems.show();
    const code = window.page
      .locator('.markers-panel a')
      .filter({ hasText: /^KP\d{3}$/ })
      .first();
    await code.click({ modifiers: ['ControlOrMeta'] });
    await window.webview(/KP\d{3}/);
    await window.screenshots('document-rule');
  });

  it('start from a template, numbered after the last', async () => {
    await window.run('Katapath: New Document…');
    await window.quickInput.filter('adr/seed');
    await window.quickInput.pick('adr/seed');
    await window.quickInput.waitFor('Use PostgreSQL for orders');
    // The rule beside takes the focus, as when a person reads in it before answering.
    const rule = await window.webview(/KP\d{3}/);
    await rule.locator('body').click();
    await window.quickInput.fill('Use one region');
    await window.quickInput.accept();
    await window.editor.waitForTab('0004-use-one-region.md');
    const tree = await window.openView('Katapath', 'Design documents');
    await tree.row('ADR-004: Use one region').waitFor();
    await window.screenshots('document-new');
    assert.ok(window.read(mail));
  });

  it('are superseded from the view, both at once', async () => {
    const tree = window.tree('Design documents');
    await window.quickInput.within(
      () => tree.row('ADR-001').choose('Change Status…'),
      () => window.quickInput.pick('Supersede with…'),
    );
    await window.quickInput.pick('ADR-002');
    await window.editor.open('0001-keep-sessions-in-redis.md');
    await window.editor.waitForText('Superseded by');
    await window.page.locator('.codelens-decoration').filter({ hasText: 'Superseded by ADR-002' }).first().waitFor();
    await window.problems.waitForNone('KP603');
    await window.screenshots('document-superseded');
  });

  it('take another number with every link to them, once the list of changes is confirmed', async () => {
    await window.run('File: Save All');
    const tree = window.tree('Design documents');
    await window.quickInput.within(
      () => tree.row('ADR-002').choose('Renumber Document…'),
      () => window.quickInput.waitFor('Renumber ADR-002'),
    );
    await window.quickInput.fill('11');
    await window.quickInput.accept();
    const dialog = window.page.locator('.monaco-dialog-box');
    await dialog.filter({ hasText: 'docs/adr/0001-keep-sessions-in-redis.md: 2 places' }).waitFor();
    assert.match(await dialog.innerText(), /is renamed to docs\/adr\/0011-keep-sessions-in-postgresql\.md/);
    const textOf = (file: string) => window.read(`docs/adr/${file}.md`) ?? '';
    assert.match(textOf('0002-keep-sessions-in-postgresql'), /^# ADR-002:/, 'nothing is changed unasked');
    await window.screenshot('document-renumber');
    await window.pressInDialog('Renumber');
    await tree.row('ADR-011: Keep sessions in PostgreSQL').waitFor();
    await window.run('File: Save All');
    await eventually(() => {
      assert.match(textOf('0011-keep-sessions-in-postgresql'), /^# ADR-011:/);
      assert.match(textOf('0001-keep-sessions-in-redis'), /\[ADR-011\]\(0011-keep-sessions-in-postgresql\.md\)/);
    });
  });
});
