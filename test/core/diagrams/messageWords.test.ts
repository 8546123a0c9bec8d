import assert from 'node:assert/strict';
import { messageWords } from '../../../src/core/diagrams/messageWords.ts';

describe('the words on an arrow', () => {
  for (const [text, words] of [
    ['229 ms {"kind":"ask-vote","lastIndex":0,"term":1}', '229 ms ask-vote lastIndex 0, term 1'],
    ['234 ms {"granted":true,"kind":"vote"}', '234 ms vote granted true'],
    ['9 ms {"add":""}', '9 ms add ""'],
    ['9 ms {"entries":[{"term":1}],"kind":"append"}', '9 ms append entries [{"term":1}]'],
    ['client 7: {"key":"x","kind":"read"}', 'client 7: read key x'],
    ['225 ms timer election', '225 ms timer election'],
    ['a note with { in it', 'a note with { in it'],
    ['3 ms {}', '3 ms {}'],
  ] as const)
    it(`are “${words}” for ${text}`, () => assert.equal(messageWords(text), words));
});
