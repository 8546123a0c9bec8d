import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createTestRunner, type TestRunnerOptions } from '../../src/node/testRunner.ts';
import { dist } from '../support/runs.ts';

describe('the program that runs a kata', function () {
  before(function () {
    // Stand-ins are scripts of a shell.
    if (process.platform === 'win32') this.skip();
  });
  let home: string;
  const path = process.env.PATH;
  beforeEach(async () => (home = await realpath(await mkdtemp(join(tmpdir(), 'katapath programs ')))));
  afterEach(async () => {
    process.env.PATH = path;
    await rm(home, { recursive: true });
  });

  /** A program that says what it was told to say, whatever it is asked. */
  async function standIn(name: string, ...says: string[]): Promise<string> {
    const file = join(home, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `#!/bin/sh\nprintf '%s\\n' ${says.map((line) => `'${line}'`).join(' ')}\n`);
    await chmod(file, 0o755);
    return file;
  }

  const python = async (name: string, version = '3.12.1') => standIn(name, `Python ${version}`, join(home, name));

  async function find(id: 'node' | 'python', options: Omit<TestRunnerOptions, 'dist'> = {}) {
    const runner = createTestRunner({ dist, ...options });
    const report = (await runner.inspectToolchains()).find((toolchain) => toolchain.id === id)!;
    runner.dispose();
    return report;
  }

  it('is for Python the one selected in the editor, then a virtual environment, then the one on PATH', async () => {
    const selected = await python('selected/python');
    const virtual = await python('work/.venv/bin/python');
    const onPath = await python('bin/python3');
    process.env.PATH = `${dirname(onPath)}:${path}`;
    const workspace = () => join(home, 'work');
    const all = await find('python', { workspace, pythonFromEditor: async () => selected });
    assert.equal(all.program, selected);
    assert.equal((await find('python', { workspace })).program, virtual);
    assert.equal((await find('python')).program, onPath);
  });

  it('is still found when the Python extension fails', async () => {
    const virtual = await python('work/venv/bin/python');
    const pythonFromEditor = () => Promise.reject(new Error('no such environment'));
    const report = await find('python', { workspace: () => join(home, 'work'), pythonFromEditor });
    assert.equal(report.program, virtual);
  });

  it('is the one that a setting names, and no other when that does not work', async () => {
    const chosen = await python('chosen/python');
    const virtual = await python('work/.venv/bin/python');
    const workspace = () => join(home, 'work');
    assert.equal((await find('python', { workspace, settings: () => ({ python: chosen }) })).program, chosen);
    await rm(chosen);
    const missing = await find('python', { workspace, settings: () => ({ python: chosen }) });
    assert.equal(missing.isFound, false, `not ${virtual}`);
    assert.match(missing.problem ?? '', /setting “katapath\.python\.path”.* is not there/);
  });

  it('is passed over when it is too old, and named when there is no other', async () => {
    const old = await python('old/bin/python', '3.7.9');
    const virtual = await python('work/.venv/bin/python', '3.8.1');
    const report = await find('python', {
      workspace: () => join(home, 'work'),
      settings: () => ({ python: old }),
    });
    assert.match(report.problem ?? '', /is version 3\.7\.9, and 3\.9 is needed/);
    const other = await find('python', { workspace: () => join(home, 'work') });
    assert.ok(other.isFound);
    assert.notEqual(other.program, virtual);
  });

  it('is for JavaScript the Node on PATH, else the one inside VS Code', async () => {
    const own = await standIn('bin/node', 'v22.3.0', join(home, 'bin/node'));
    process.env.PATH = dirname(own);
    assert.equal((await find('node')).program, own);
    await standIn('bin/node', 'v18.20.0', own);
    assert.equal((await find('node')).program, process.execPath, 'too old');
    process.env.PATH = join(home, 'nothing here');
    assert.equal((await find('node')).program, process.execPath, 'none');
  });

  it('runs a kata with the Node inside VS Code when there is no other', async () => {
    process.env.PATH = join(home, 'nothing here');
    const runner = createTestRunner({ dist });
    const files = { 'tests/a.test.js': "import { test } from 'node:test';\ntest('one', () => {});\n" };
    const tests = [{ stage: 's', file: 'tests/a.test.js', expected: ['one'] }];
    const verdicts = [];
    for await (const event of runner.run({ language: 'javascript', files, tests }))
      if (event.kind === 'finished') verdicts.push(event.result.verdict);
    runner.dispose();
    assert.deepEqual(verdicts, ['passed']);
  });
});
