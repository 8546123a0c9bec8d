import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { availableParallelism } from 'node:os';
import { measureSlowness } from '../../src/node/processes/slowness.ts';
import { TimeLimits, type Machine } from '../../src/node/processes/timeLimits.ts';
import { readWaitedTime } from '../../src/node/processes/waitedTime.ts';

/** A machine that tells what a test wants. */
const machine = (waitedMs: () => number | undefined, slowness = 1): Machine => ({
  waitedMs: async () => waitedMs(),
  slowness: () => slowness,
});

/** How long a limit held, milliseconds. */
function hold(limits: TimeLimits, ms: number): Promise<number> {
  const began = performance.now();
  return new Promise((resolve) => limits.arm('test', ms, () => resolve(performance.now() - began)));
}

describe('A time limit', () => {
  it('is reached by a process that runs or sleeps all the time', async () => {
    let looks = 0;
    const held = await hold(new TimeLimits(machine(() => (looks++, 0))), 100);
    assert.ok(held >= 99, `${held} ms`);
    assert.equal(looks, 1);
  });

  it('does not count what the process waits for a processor', async () => {
    const began = performance.now();
    // It has a processor for a quarter of the time.
    const waited = () => (performance.now() - began) * 0.75;
    assert.ok((await hold(new TimeLimits(machine(waited)), 100)) > 300);
  });

  it('does not give time back twice', async () => {
    let looks = 0;
    const limits = new TimeLimits(machine(() => (looks++, 300)));
    assert.ok((await hold(limits, 100)) >= 390);
    looks = 0;
    await hold(limits, 100);
    assert.equal(looks, 1);
  });

  it('ends in the end what waits for ever', async () => {
    const held = await hold(new TimeLimits(machine(() => 1e9)), 50);
    assert.ok(held >= 450, `${held} ms`);
  });

  it('is longer on a slower machine, and where nobody knows what a process waited for', async () => {
    assert.ok((await hold(new TimeLimits(machine(() => 0, 3)), 100)) >= 290);
    assert.ok((await hold(new TimeLimits(machine(() => undefined)), 100)) >= 290);
  });

  it('hears what was told in time when we are late ourselves', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const ours = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const [theirs] = (await once(server, 'connection')) as [Socket];
    const limits = new TimeLimits(machine(() => 0));
    ours.once('data', () => limits.disarmAll());
    let isReached = false;
    limits.arm('test', 50, () => (isReached = true));
    theirs.write('done');
    // This thread is busy until long after the limit; the news has been waiting since before it.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    await new Promise((resolve) => setTimeout(resolve, 100));
    [ours, theirs].forEach((socket) => socket.destroy());
    server.close();
    assert.ok(!isReached);
  });

  it('is over when it is taken back', async () => {
    const limits = new TimeLimits(machine(() => 0));
    limits.arm('test', 30, () => assert.fail('it was taken back'));
    limits.disarmAll();
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
});

describe('What a process waited for a processor', () => {
  const children: ChildProcess[] = [];
  const start = (script: string) => {
    const child = spawn(process.execPath, ['-e', script], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(child);
    return child;
  };
  after(() => children.forEach((child) => child.kill('SIGKILL')));

  it('grows while more programs want processors than there are, and hardly while it sleeps', async function () {
    if (process.platform !== 'linux') return this.skip();
    const sleeper = start('setInterval(() => {}, 1000); console.log("up")');
    await once(sleeper.stdout!, 'data');
    const busy = Array.from({ length: 3 * availableParallelism() }, () => start('console.log("up"); for (;;);'));
    await Promise.all(busy.map(({ stdout }) => once(stdout!, 'data')));
    const before = await Promise.all([busy[0]!, sleeper].map(({ pid }) => readWaitedTime(pid!)));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const after = await Promise.all([busy[0]!, sleeper].map(({ pid }) => readWaitedTime(pid!)));
    const [ran, slept] = [after[0]! - before[0]!, after[1]! - before[1]!];
    assert.ok(ran > 500, `the busy one waited ${ran} ms`);
    assert.ok(slept < ran / 2, `the sleeper waited ${slept} ms`);
  });

  it('is not known of a process that is gone', async () => {
    const child = start('');
    await once(child, 'exit');
    assert.equal(await readWaitedTime(child.pid!), undefined);
  });
});

describe('The speed of the machine', () => {
  it('is a plain number within bounds', () => {
    const slowness = measureSlowness();
    assert.ok(slowness >= 1 && slowness <= 8, String(slowness));
  });
});
