import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { commands } from '../../src/cli/commands.ts';
import { runCommandLine } from '../../src/cli/run.ts';

const packageRoot = process.env['KATAPATH_OUT'] ?? process.cwd();
const slow = `def pair_sum(numbers, target):
    for left in range(len(numbers)):
        for right in range(left + 1, len(numbers)):
            if numbers[left] + numbers[right] == target:
                return (left, right)
    return None
`;
const fast = `def pair_sum(numbers, target):
    left, right = 0, len(numbers) - 1
    while left < right:
        total = numbers[left] + numbers[right]
        if total == target:
            return (left, right)
        if total < target:
            left += 1
        else:
            right -= 1
    return None
`;

describe('The kata life cycle on the command line', () => {
  let home: string;
  before(() => (home = mkdtempSync(join(realpathSync(tmpdir()), 'katapath cli ü '))));
  after(() => rmSync(home, { recursive: true, force: true }));

  async function katapath(...argv: string[]) {
    let out = '';
    let err = '';
    const code = await runCommandLine(commands, argv, {
      cwd: home,
      packageRoot,
      env: { ...process.env, KATAPATH_DATA: join(home, 'data') },
      stdin: Readable.from([]),
      out: (text) => (out += text),
      err: (text) => (err += text),
      signal: new AbortController().signal,
    });
    return {
      code,
      out,
      err,
      json: () => JSON.parse(out) as Record<string, never> & { verdict: string; stage: string },
    };
  }

  const folder = 'katas/two-pointers-pair-sum';
  const answer = (text: string, at = folder) => writeFileSync(join(home, at, 'pair_sum.py'), text);
  const itemState = async () => {
    const { paths } = (await katapath('status', '--format', 'json')).json() as unknown as {
      paths: { steps: { items: { id: string; state: string }[] }[] }[];
    };
    return paths
      .flatMap(({ steps }) => steps.flatMap(({ items }) => items))
      .find(({ id }) => id === 'two-pointers-pair-sum')?.state;
  };

  it('starts a kata, and never over something that is there', async () => {
    assert.equal((await katapath('kata', 'start', 'two-pointers-pair-sum', '--language', 'python')).code, 0);
    assert.ok(existsSync(join(home, folder, 'pair_sum.py')));
    const again = await katapath('kata', 'start', 'two-pointers-pair-sum', '-l', 'python');
    assert.equal(again.code, 2);
    assert.match(again.err, /already holds files/);
    assert.equal(await itemState(), 'in-progress');
  });

  it('exits with 1 and says which test failed first', async () => {
    const { code, json } = await katapath('kata', 'test', folder, '--format', 'json');
    assert.equal(code, 1);
    assert.deepEqual([json().verdict, json().stage], ['failed', 'implement']);
    assert.equal(await itemState(), 'in-progress');
  });

  it('goes on to the next stage after a pass, and tells a slow answer by its growth', async () => {
    answer(slow);
    const { code, json } = await katapath('kata', 'test', folder, '--format', 'json');
    assert.equal(code, 1);
    assert.deepEqual([json().verdict, json().stage], ['failed', 'growth']);
  });

  it('completes the item with a pass, wherever the folder was moved', async () => {
    renameSync(join(home, folder), join(home, 'moved'));
    answer(fast, 'moved');
    const { code, out } = await katapath('kata', 'test', 'moved');
    assert.equal(code, 0, out);
    assert.equal(await itemState(), 'done');
    renameSync(join(home, 'moved'), join(home, folder));
  });

  it('resets, undoes the reset, and keeps every attempt', async () => {
    assert.equal((await katapath('kata', 'reset', folder)).code, 0);
    assert.match(readFileSync(join(home, folder, 'pair_sum.py'), 'utf8'), /NotImplementedError/);
    assert.equal((await katapath('kata', 'reset', folder, '--undo')).code, 0);
    assert.equal(readFileSync(join(home, folder, 'pair_sum.py'), 'utf8'), fast);
    const { out } = await katapath('kata', 'attempts', folder);
    assert.match(out, /failed[^]*passed[^]*kept/);
    assert.equal(await itemState(), 'done');
  });

  it('grades with the shipped tests when the copies were emptied, and restores them when asked', async () => {
    const tests = join(home, folder, 'tests', 'test_implement.py');
    const shipped = readFileSync(tests, 'utf8');
    writeFileSync(tests, '');
    answer('def pair_sum(numbers, target):\n    return (0, 0)\n');
    assert.equal((await katapath('kata', 'test', folder, '--stage', 'implement')).code, 1);
    await katapath('kata', 'reset', folder, '--tests');
    assert.equal(readFileSync(tests, 'utf8'), shipped);
  });

  it('shows one hint more each time, and the solution only when it was earned', async () => {
    const first = (await katapath('kata', 'hint', folder)).out;
    const second = (await katapath('kata', 'hint', folder)).out;
    assert.match(first, /^1 of \d+/);
    assert.ok(second.length > first.length && second.includes('2 of '));
    assert.match((await katapath('kata', 'solution', folder, '--stage', 'implement')).out, /def pair_sum/);
    const fresh = await katapath('kata', 'start', 'two-pointers-dutch-flag', '-l', 'python');
    assert.equal(fresh.code, 0);
    const locked = await katapath('kata', 'solution', 'katas/two-pointers-dutch-flag');
    assert.equal(locked.code, 2);
    assert.match(locked.err, /not open yet/);
  });

  it('exits with 2 and a sentence on usage and environment errors', async () => {
    for (const argv of [
      ['kata', 'strt'],
      ['kata', 'start', 'no-such-kata', '-l', 'python'],
      ['kata', 'test', 'nowhere'],
      ['status', '--frmat', 'json'],
      ['status', '--format', 'xml'],
    ]) {
      const { code, err, out } = await katapath(...argv);
      assert.equal(code, 2, argv.join(' '));
      assert.match(err, /^katapath: .+\. .+\n$/, argv.join(' '));
      assert.equal(out, '');
    }
  });

  it('brings a folder to the newest version of its kata, and leaves the work as it is', async () => {
    const at = 'katas/two-pointers-container';
    await katapath('kata', 'start', 'two-pointers-container', '-l', 'python');
    assert.match((await katapath('kata', 'update', at)).out, /is at its newest version/);
    const marker = join(home, at, '.katapath-kata.json');
    const { shipped, ...rest } = JSON.parse(readFileSync(marker, 'utf8')) as { shipped: object };
    writeFileSync(marker, JSON.stringify({ ...rest, version: 0, shipped: { ...shipped, 'README.md': 'another' } }));
    writeFileSync(join(home, at, 'most_water.py'), '# my own work\n');
    const { code, out } = await katapath('kata', 'update', at);
    assert.equal(code, 0);
    assert.match(out, /is now at version 1\./);
    assert.equal(readFileSync(join(home, at, 'most_water.py'), 'utf8'), '# my own work\n');
    assert.equal((JSON.parse(readFileSync(marker, 'utf8')) as { version: number }).version, 1);
  });

  it('says what the machine has for katas, as text and as JSON', async () => {
    const text = await katapath('doctor');
    assert.equal(text.code, 0, text.out);
    assert.match(text.out, /✓ Python 3\.\d+.*\n.*✓ Katas /s);
    const { toolchains, places } = (await katapath('doctor', '--format', 'json')).json() as unknown as {
      toolchains: { id: string; isFound: boolean; minimum: string }[];
      places: { title: string; path: string; isWritable: boolean }[];
    };
    assert.deepEqual(
      toolchains.map(({ id, isFound }) => [id, isFound]),
      [
        ['node', true],
        ['python', true],
      ],
    );
    assert.ok(places.some(({ title, path, isWritable }) => title === 'Katas' && path === home && isWritable));
  });
});
