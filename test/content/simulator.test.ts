import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLinearizable, Random, register, type Operation } from '../../katas/support/simulator/typescript/index.ts';
import { account, failureOf } from './simulator/gossip.ts';

const support = join(process.cwd(), 'katas', 'support', 'simulator', 'python');
const seeds = 40;

interface Python {
  readonly accounts: readonly string[];
  readonly failure: { readonly message: string; readonly details: string; readonly seed: number };
  readonly sound: null;
}

describe('the simulator', () => {
  let python: Python;
  before(() => {
    const folder = mkdtempSync(join(tmpdir(), 'katapath-simulator-'));
    try {
      symlinkSync(support, join(folder, 'simulator'));
      const script = join(process.cwd(), 'test', 'content', 'simulator', 'gossip.py');
      const program = process.env['KATAPATH_PYTHON'] ?? 'python3';
      const args = ['-B', script, folder, String(seeds)];
      python = JSON.parse(execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 })) as Python;
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('gives the same run in both languages, to the byte', () => {
    for (let seed = 1; seed <= seeds; seed++) assert.equal(account(seed), python.accounts[seed - 1], `seed ${seed}`);
  });

  it('gives the same run again, and another one for another seed', () => {
    assert.equal(account(7), account(7));
    assert.notEqual(account(7), account(8));
  });

  it('has every kind of fault in its runs', () => {
    const all = Array.from({ length: seeds }, (_, index) => account(index + 1)).join('');
    const disks = ['a torn beginning"', '"its disk is lost"', '"what it synced is kept"'];
    for (const word of ['"lost"', 'split: ', 'healed', ...disks, '"clock"', '"start"'])
      assert.ok(all.includes(word), word);
  });

  it('names the seed and the shortest schedule that breaks a node, in the same words in both languages', () => {
    const failure = failureOf(true)!;
    assert.match(
      failure.message,
      /^\d was promised, and is not known everywhere\.\n\nSeed \d+\. The schedule \(shrunk from \d+ faults to [1-3]\):\n- /,
    );
    assert.match(failure.details, /```mermaid\nsequenceDiagram\n {2}participant a/);
    const { message, details, seed } = failure;
    assert.deepEqual({ message, details, seed }, python.failure);
  });

  it('finds nothing wrong with a node that remembers', () => {
    assert.equal(failureOf(false), undefined);
    assert.equal(python.sound, null);
  });
});

describe('the checker of linearizability', () => {
  const operation = (client: string, request: object, called: number, returned?: number, answer?: unknown) =>
    ({
      id: 0,
      client,
      request,
      called,
      calledAt: called,
      ...(returned !== undefined && { returned, returnedAt: returned, answer }),
    }) as Operation;
  const write = (value: number, called: number, returned?: number) =>
    operation('w', { kind: 'write', value }, called, returned, 'ok');
  const read = (value: number | null, called: number, returned: number) =>
    operation('r', { kind: 'read' }, called, returned, value);

  it('accepts what one register could have answered', () => {
    assert.ok(isLinearizable(register, [write(1, 0, 3), read(null, 1, 2), read(1, 4, 5)]));
    assert.ok(isLinearizable(register, [write(1, 0, 9), write(2, 1, 8), read(2, 2, 3), read(1, 4, 5)]));
  });

  it('rejects a stale read, and a value that comes and goes', () => {
    assert.ok(!isLinearizable(register, [write(1, 0, 1), read(null, 2, 3)]));
    assert.ok(!isLinearizable(register, [write(1, 0, 9), read(1, 1, 2), read(null, 3, 4)]));
  });

  it('lets a write without an answer happen late or never, but not twice', () => {
    assert.ok(isLinearizable(register, [write(1, 0), read(null, 2, 3), read(1, 4, 5)]));
    assert.ok(isLinearizable(register, [write(1, 0), read(null, 2, 3)]));
    assert.ok(!isLinearizable(register, [write(1, 0), read(1, 2, 3), write(2, 4, 5), read(1, 6, 7)]));
  });

  it('agrees with trying every order of short histories', () => {
    let accepted = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const history = randomHistory(new Random(seed));
      const expected = permutations(history).some(isSequential);
      assert.equal(isLinearizable(register, history), expected, `seed ${seed}`);
      if (expected) accepted++;
    }
    assert.ok(accepted > 50 && accepted < 350, `${accepted} of 400 accepted`);
  });

  /** Five operations of random length, each answered. */
  function randomHistory(random: Random): Operation[] {
    const times = random.shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    return Array.from({ length: 5 }, (_, index) => {
      const [called, returned] = [times[2 * index]!, times[2 * index + 1]!].sort((one, other) => one - other);
      const value = random.below(3);
      return random.chance(0.5)
        ? write(value, called!, returned)
        : read(value === 0 ? null : value, called!, returned!);
    });
  }

  function isSequential(order: readonly Operation[]): boolean {
    let state: unknown = null;
    return order.every((each, index) => {
      if (order.slice(index + 1).some((later) => later.returned! < each.called)) return false;
      const { kind, value } = each.request as { kind: string; value?: number };
      if (kind === 'write') state = value;
      return kind === 'write' || state === each.answer;
    });
  }

  function permutations<Item>(items: readonly Item[]): Item[][] {
    if (items.length === 0) return [[]];
    return items.flatMap((item, index) =>
      permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
    );
  }
});
