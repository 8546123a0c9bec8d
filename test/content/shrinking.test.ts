import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shapeOf } from '../../katas/support/simulator/typescript/sameFailure.ts';
import { messagesOfShrinking } from './simulator/shrinking.ts';

describe('a shrunk failure', () => {
  const [written, drawn] = messagesOfShrinking() as [string, string];

  it('keeps every call that somebody wrote out, and shows what was asked and answered', () => {
    assert.match(written, /^The answers are \[(done, not k2|done|)\], and should be \[done, done\]\./);
    assert.match(written, /What was asked and answered:\n.*k1.*\n/);
    assert.match(written, /k2/);
  });

  it('has as few drawn calls as fail in the same way, and never another way', () => {
    assert.match(drawn, /^Call 1 was refused\./);
    assert.equal(drawn.match(/ {2}call {2}/g)?.length, 4, drawn);
  });

  it('is the same in Python, to the byte', () => {
    const folder = mkdtempSync(join(tmpdir(), 'katapath-shrinking-'));
    try {
      symlinkSync(join(process.cwd(), 'katas', 'support', 'simulator', 'python'), join(folder, 'simulator'));
      const script = join(process.cwd(), 'test', 'content', 'simulator', 'shrinking.py');
      const program = process.env['KATAPATH_PYTHON'] ?? 'python3';
      const printed = execFileSync(program, ['-B', script, folder], { encoding: 'utf8' });
      assert.deepEqual(JSON.parse(printed), [written, drawn]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the shape of a failure', () => {
  const isSame = (one: unknown, other: unknown) => shapeOf(one, ['a', 'b']) === shapeOf(other, ['a', 'b']);

  it('leaves out numbers, texts, filled lists and nodes, and what stands below the first paragraph', () => {
    assert.ok(isSame(new Error('3 was promised by a.\n\nSeed 1'), new Error('-4.5 was promised by b.')));
    assert.ok(isSame(new Error('got ["x", [1, {"y": 2}]]'), new Error('got [done]')));
  });

  it('tells an empty list from a filled one, a kind of error and a sentence from another', () => {
    assert.ok(!isSame(new Error('The answers are []'), new Error('The answers are [done]')));
    assert.ok(!isSame(new Error('wrong'), new TypeError('wrong')));
    assert.ok(!isSame(new Error('A value is lost.'), new Error('A value is doubled.')));
  });
});
