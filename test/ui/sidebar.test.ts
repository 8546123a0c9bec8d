import assert from 'node:assert/strict';
import { openWindow, type Window } from './support/window.ts';

describe('The Katapath sidebar', () => {
  let window: Window;
  before(async () => (window = await openWindow('practice')));
  after(() => window.close());

  it('opens from the activity bar and lists the learning paths', async () => {
    const paths = await window.openView('Katapath', 'Learning paths');
    const rows = await paths.texts();
    assert.ok(rows.length > 0, 'the tree is empty');
    await window.screenshots('sidebar');
  });
});
