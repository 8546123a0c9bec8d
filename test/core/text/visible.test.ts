import assert from 'node:assert/strict';
import { escapeHidden, makeVisible, toOneLine } from '../../../src/core/text/visible.ts';

const hidden = [
  ...Array.from({ length: 32 }, (_, code) => code),
  ...Array.from({ length: 33 }, (_, place) => 0x7f + place),
  ...[0xad, 0x61c, 0x115f, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060],
  ...[0x2066, 0x2069, 0x3164, 0xd800, 0xdfff, 0xfe00, 0xfeff, 0xffa0, 0xfff9, 0xe0041, 0xe0100],
].map((code) => String.fromCodePoint(code));

describe('what is shown', () => {
  it('has every hidden sign by its number; a line end and a tab stay where they are layout', () => {
    for (const sign of hidden) {
      const number = `⟨U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`;
      assert.equal(toOneLine(`a${sign}b`), `a${number}b`);
      assert.equal(makeVisible(`a${sign}b`), sign === '\n' || sign === '\t' ? `a${sign}b` : `a${number}b`);
    }
  });

  it('keeps what people write: accents, every script, and an emoji that is joined and coloured', () => {
    for (const text of ['naïve — “Größe” 中文 العربية हिन्दी', '👩🏽‍💻 👨‍👩‍👧 ⚠️ ❤️‍🔥', 'a\u0301'])
      assert.equal(toOneLine(text), text);
    assert.equal(toOneLine('a\u200d👩'), 'a⟨U+200D⟩👩');
  });

  it('as JSON has the same values, with nothing hidden in the text', () => {
    const value = { [hidden.join('.')]: hidden };
    const json = escapeHidden(JSON.stringify(value, null, 2));
    assert.deepEqual(JSON.parse(json), value);
    assert.equal(makeVisible(json), json);
    assert.doesNotMatch(json, /[^\n\x20-\x7e]/);
  });
});
