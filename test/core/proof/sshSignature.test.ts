import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprintOf, toSshPublicKey } from '../../../src/core/proof/sshKey.ts';
import { checkSshSignature, signAsSsh } from '../../../src/core/proof/sshSignature.ts';
import { newKey } from '../credential/support.ts';

const hasSshKeygen = spawnSync('ssh-keygen', ['-Y', 'check-novalidate']).error === undefined;

describe('a signature in the form of ssh-keygen', () => {
  const message = 'a review\nwith ünïcode\n';

  it('names its key, and fails for another text, another purpose and any changed character', () => {
    const key = newKey();
    const signature = signAsSsh(message, 'katapath-review', key);
    assert.deepEqual(checkSshSignature(message, signature, 'katapath-review'), { publicKey: key.publicKey });
    assert.ok('flaw' in checkSshSignature(`${message} `, signature, 'katapath-review'));
    assert.ok('flaw' in checkSshSignature(message, signature, 'git'));
    const body = signature.indexOf('\n') + 1;
    for (let index = body; index < signature.indexOf('\n-----END'); index++) {
      const other = signature[index] === 'A' ? 'B' : 'A';
      const changed = signature.slice(0, index) + other + signature.slice(index + 1);
      assert.ok('flaw' in checkSshSignature(message, changed, 'katapath-review'), `character ${index}`);
    }
  });

  it('is refused when only the unused bits of its last character are others', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const key = newKey();
    const signature = signAsSsh(message, 'katapath-review', key);
    const last = signature.indexOf('=') - 1;
    const other = alphabet.charAt(alphabet.indexOf(signature.charAt(last)) + 1);
    const changed = signature.slice(0, last) + other + signature.slice(last + 1);
    assert.ok('publicKey' in checkSshSignature(message, signature, 'katapath-review'));
    assert.ok('flaw' in checkSshSignature(message, changed, 'katapath-review'));
  });

  it('is what ssh-keygen itself accepts, and ssh-keygen’s is accepted', function () {
    if (!hasSshKeygen) return this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'katapath-ssh-'));
    const run = (args: string[], input = '') => spawnSync('ssh-keygen', args, { cwd: folder, input, encoding: 'utf8' });
    try {
      const ours = newKey();
      writeFileSync(join(folder, 'signers'), `grace ${toSshPublicKey(ours.publicKey)}\n`);
      writeFileSync(join(folder, 'ours.sig'), signAsSsh(message, 'katapath-review', ours));
      const verify = ['-Y', 'verify', '-f', 'signers', '-I', 'grace', '-n', 'katapath-review', '-s', 'ours.sig'];
      const { status, stdout } = run(verify, message);
      assert.equal(status, 0, stdout);
      assert.ok(stdout.includes(fingerprintOf(ours.publicKey)), stdout);
      assert.notEqual(run(verify, `${message}!`).status, 0);

      run(['-q', '-t', 'ed25519', '-N', '', '-f', 'theirs']);
      writeFileSync(join(folder, 'message'), message);
      run(['-q', '-Y', 'sign', '-f', 'theirs', '-n', 'katapath-review', 'message']);
      const checked = checkSshSignature(message, readFileSync(join(folder, 'message.sig'), 'utf8'), 'katapath-review');
      assert.ok('publicKey' in checked);
      const [type, blob] = readFileSync(join(folder, 'theirs.pub'), 'utf8').split(' ');
      assert.equal(toSshPublicKey(checked.publicKey), `${type} ${blob}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
