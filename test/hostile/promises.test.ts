import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { attacks } from './attacks/index.ts';

describe('SECURITY.md', () => {
  const named = [
    ...new Set([...readFileSync('SECURITY.md', 'utf8').matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file!)),
  ];

  it('names a test for each promise', () => assert.ok(named.length > 10, named.join(', ')));

  for (const file of named)
    it(`names ${file}, which is there`, () => assert.ok(existsSync(file), `${file} is missing`));

  it('is tried with at least sixty hostile repositories, each of a name and an attempt of its own', () => {
    assert.ok(attacks.length >= 60, `${attacks.length}`);
    assert.ok(attacks.filter(({ meets }) => !meets).length >= 60, 'sixty of them meet every command');
    for (const key of ['name', 'attempt'] as const)
      assert.equal(new Set(attacks.map((attack) => attack[key])).size, attacks.length, `two have one ${key}`);
  });
});
