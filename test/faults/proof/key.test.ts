import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKey, loadOrMakeKey } from '../../../src/core/credential/keyStore.ts';
import { fileKeyStore } from '../../../src/node/credential/fileKeyStore.ts';

describe('the signing key on this computer', () => {
  let directory: string;
  const file = () => join(directory, 'keys', 'signing-key');

  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'katapath-key-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is readable by its owner only, and leaves nothing else behind', async function () {
    if (process.platform === 'win32') return this.skip();
    await loadOrMakeKey(fileKeyStore(directory));
    assert.equal(statSync(file()).mode & 0o777, 0o600);
    assert.equal(statSync(join(directory, 'keys')).mode & 0o777, 0o700);
    assert.deepEqual(readdirSync(join(directory, 'keys')), ['signing-key']);
  });

  it('that others can read is not used', async function () {
    if (process.platform === 'win32') return this.skip();
    await loadOrMakeKey(fileKeyStore(directory));
    chmodSync(file(), 0o644);
    await assert.rejects(loadKey(fileKeyStore(directory)), /Others on this computer can read/);
  });

  it('is the same for two windows that make it at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadOrMakeKey(fileKeyStore(directory))));
    const [kept] = [await loadOrMakeKey(fileKeyStore(directory))];
    assert.deepEqual(new Set(keys.map(({ did }) => did)), new Set([kept.did]));
  });

  it('that is lost is made anew; one that is damaged is told and kept', async () => {
    const before = await loadOrMakeKey(fileKeyStore(directory));
    rmSync(file());
    const after = await loadOrMakeKey(fileKeyStore(directory));
    assert.notEqual(after.did, before.did);
    writeFileSync(file(), 'damaged\n', { mode: 0o600 });
    await assert.rejects(loadOrMakeKey(fileKeyStore(directory)), /is not one/);
  });
});
