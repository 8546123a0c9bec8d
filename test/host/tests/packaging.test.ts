import assert from 'node:assert/strict';
import { findPackagingProblems } from '../packaging/problems.ts';

describe('A package', () => {
  const packed = {
    manifest: { main: './dist/extension.js' },
    files: [
      'extension/package.json',
      'extension/LICENSE.txt',
      'extension/dist/extension.js',
      'extension/dist/THIRD-PARTY-NOTICES.txt',
      'extension.vsixmanifest',
    ],
    isPacked: true,
  };
  const withFile = (name: string) => findPackagingProblems({ ...packed, files: [...packed.files, name] });

  it('is made of what belongs in it', () => {
    assert.deepEqual(findPackagingProblems(packed), []);
    assert.deepEqual(withFile('extension/dist/katas/pair-sum.pack'), []);
    assert.deepEqual(withFile('extension/dist/katas/support/simulator.pack'), []);
  });

  for (const name of [
    'extension/src/extension.ts',
    'extension/test/core/run.test.ts',
    'extension/node_modules/ajv/package.json',
    'extension/dist/extension.js.map',
    'extension/.env',
    'extension/katas/exercises/pair-sum/python/start/pair_sum.py',
  ])
    it(`is refused with ${name}`, () => assert.match(withFile(name).join(), /does not belong/));

  it('is refused without a licence, a bundle, or with "*" or proposed API', () => {
    const without = (name: string) =>
      findPackagingProblems({ ...packed, files: packed.files.filter((file) => !file.endsWith(name)) });
    assert.match(without('LICENSE.txt').join(), /LICENSE is missing/);
    assert.match(without('NOTICES.txt').join(), /THIRD-PARTY-NOTICES\.txt is missing/);
    assert.match(without('dist/extension.js').join(), /named in package.json but missing/);
    const said = findPackagingProblems({
      manifest: { activationEvents: ['*'], enabledApiProposals: ['x'] },
      files: ['LICENSE'],
    });
    assert.equal(said.length, 2);
  });
});
