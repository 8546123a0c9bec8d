import assert from 'node:assert/strict';
import { killRounds } from './killRounds.ts';

/** `npm run bench -- progress kills 10000` does more of them. */
const processes = 10;

describe('a process killed while it appends (row 1)', () => {
  it('has lost nothing that was acknowledged', async () => {
    const { lost, doubled, problems, acknowledged } = await killRounds({ processes, mode: 'plain' });
    assert.ok(acknowledged >= processes);
    assert.deepEqual({ lost, doubled, problems }, { lost: 0, doubled: 0, problems: 0 });
  });

  it('has lost nothing when its lines leave in pieces, so that a kill falls into the middle of one', async () => {
    const { lost, doubled, problems, acknowledged } = await killRounds({ processes, mode: 'pieces' });
    assert.ok(acknowledged >= processes);
    assert.deepEqual({ lost, doubled, problems }, { lost: 0, doubled: 0, problems: 0 });
  });
});
