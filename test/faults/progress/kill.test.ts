import assert from 'node:assert/strict';
import { killRounds } from './killRounds.ts';

/** `npm run bench -- progress` does 500 of each. */
const rounds = 10;

describe('a process killed while it appends (row 1)', () => {
  it('has lost nothing that was acknowledged', async () => {
    const { lost, problems, acknowledged } = await killRounds({ rounds, mode: 'plain' });
    assert.ok(acknowledged >= rounds);
    assert.deepEqual({ lost, problems }, { lost: 0, problems: 0 });
  });

  it('has lost nothing when its lines leave in pieces, so that a kill falls into the middle of one', async () => {
    const { lost, problems, acknowledged } = await killRounds({ rounds, mode: 'pieces' });
    assert.ok(acknowledged >= rounds);
    assert.deepEqual({ lost, problems }, { lost: 0, problems: 0 });
  });
});
