import assert from 'node:assert/strict';
import { readAll } from '../support/foreign/fuzz.ts';
import { readers } from '../support/foreign/readers.ts';

/** A budget of `npm run bench -- pathological readers`, which reads a million, and long ones too. */
const COUNT = 49;

describe('a reader of foreign text', () => {
  for (const reader of readers)
    it(`throws at no text, only refuses it: ${reader.name}`, async () => {
      const { failures, worst } = await readAll(reader, 1, COUNT);
      assert.deepEqual(failures, []);
      // Far above what is measured where nothing else runs: what doubles with each character is caught all the same.
      assert.ok(worst < 5000, `${worst} ms of processor time for 100 kB`);
    });
});
