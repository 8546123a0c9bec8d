import assert from 'node:assert/strict';
import { isAnswer } from '../../../src/core/agenda/answer.ts';

describe('An answer to what an item asks', () => {
  it('is a sentence, in any script', () => {
    for (const note of [
      'A quorum needs a majority.',
      'Das hängt vom Takt ab',
      '日志先于数据写入磁盘',
      'まず計ってから直す',
    ])
      assert.ok(isAnswer(note), note);
  });

  it('is not a letter, a sign, a word or the same word again', () => {
    for (const note of ['', 'x', '…', '- - -', 'done', 'ok done', 'yes yes yes yes', '🙂🙂🙂'])
      assert.ok(!isAnswer(note), note);
  });
});
