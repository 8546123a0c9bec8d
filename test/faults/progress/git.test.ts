import assert from 'node:assert/strict';
import { gitHistories } from './gitHistories.ts';

describe('git histories (row 11)', () => {
  it('merge, squash, amend and pull on three computers without a conflict and without a loss', async () => {
    // `npm run bench -- progress` does 500.
    const { merges, conflicts, lost, events } = await gitHistories({ merges: 25, seed: 4 });
    assert.ok(merges >= 25 && events >= 25);
    assert.deepEqual({ conflicts, lost }, { conflicts: 0, lost: 0 });
  });
});
