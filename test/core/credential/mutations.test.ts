import assert from 'node:assert/strict';
import { tryMutations } from './tryMutations.ts';

// `npm run bench -- credential mutations 10000` is the long form of this.
describe('a credential that was changed at random', () => {
  it('is accepted nowhere, and the page says what the command says', async function () {
    this.timeout(600_000);
    const { falselyAccepted, pageDiffers, onlyHere, stricterHere } = await tryMutations(110, 1);
    assert.deepEqual(falselyAccepted, []);
    assert.deepEqual(pageDiffers, []);
    assert.deepEqual(onlyHere, []);
    // Others take another layout and a proof too many; nothing else is refused here that says the same.
    for (const why of stricterHere.keys()) assert.match(why, /laid out anew|twice|no JWT|more than the issuer made/);
  });
});
