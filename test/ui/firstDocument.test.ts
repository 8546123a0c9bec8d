import assert from 'node:assert/strict';
import { openWindow, type Window } from './support/window.ts';

describe('Design documents while they are written', () => {
  let window: Window;
  before(async () => (window = await openWindow('practice')));
  after(() => window.close());

  it('underlines the words, and lists the problems with their codes', async () => {
    await window.editor.open('ADR-002-send-mail-through-a-queue.md');
    await window.editor.waitForSquiggle('error');
    await window.problems.show();
    await window.problems.waitFor('KP202');
    await window.problems.waitFor('KP208');
    await window.screenshots('document-problems');
  });

  it('says on hover what is wrong and why it matters', async () => {
    const text = await window.editor.hover(3, 33);
    assert.match(text, /Accepted/);
    assert.match(text, /KP202/);
  });

  it('fixes a misspelt status, and the problem is gone', async () => {
    await window.editor.moveTo(3, 33);
    await window.editor.applyQuickFix('Change to "Accepted"');
    await window.problems.waitForNone('KP202');
    await window.editor.waitForText('Status: Accepted');
  });

  it('sees a problem while it is typed', async () => {
    await window.editor.moveTo(3, 12);
    await window.editor.type('9');
    await window.problems.waitFor(/92026-02-30|KP20[678]/);
  });

  it('checks a request for comments in the other format', async () => {
    await window.editor.open('RFC-007-shard-the-order-table.md');
    await window.problems.waitFor('KP502');
    await window.screenshots('rfc-problems');
  });
});
