import assert from 'node:assert/strict';
import { debounceMs, waitFor } from '../../../src/vscode/documents/debounce.ts';

describe('how long a text waits for its check', () => {
  it('is the same for whatever people write by hand, and grows with a text that is longer', () => {
    assert.equal(waitFor(0), debounceMs);
    assert.equal(waitFor(200_000), debounceMs);
    assert.equal(waitFor(5_000_000), 10 * debounceMs);
  });
});
