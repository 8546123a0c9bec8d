import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { debuggers } from '../../../src/core/runs/debuggers.ts';
import { countUp, solvedFiles } from '../../support/countUp.ts';
import { DebugAdapter } from '../../support/debugAdapter.ts';
import { realRunner } from '../../support/runs.ts';

/** Where debugpy is put for this test where Python has none of its own: half of what VS Code's Python Debugger is. */
const cache = join('.vscode-test', 'debugpy');

describe('debugging Python with debugpy, as its extension starts it', () => {
  const runner = realRunner();
  let python: string;
  let root: string;

  before(async function () {
    root = await realpath(await mkdtemp(join(tmpdir(), 'katapath debug ')));
    const found = (await runner.inspectToolchains()).find(({ id }) => id === 'python')?.program;
    if (!found || !(await hasDebugpy(found))) return this.skip();
    python = found;
  });
  after(async () => {
    runner.dispose();
    await rm(root, { recursive: true, force: true });
  });

  it('stops at a breakpoint in the learner’s file, shows their variables, and tells the outcomes', async () => {
    const { file, testFile, expected, inside } = countUp.python;
    const files = { ...solvedFiles('python'), [file]: inside('step = limit') };
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, name)), { recursive: true });
      await writeFile(join(root, name), text);
    }
    const tests = [{ stage: 'count', file: testFile, expected }];
    const launch = await runner.prepareDebug({ language: 'python', root, files, tests, only: [expected[1]!] });
    const adapter = new DebugAdapter(python, ['-m', 'debugpy.adapter'], { PYTHONPATH: cache });
    try {
      await adapter.request('initialize', { adapterID: 'debugpy', pathFormat: 'path', linesStartAt1: true });
      const launched = adapter.request('launch', {
        ...debuggers.python!.configure(launch),
        request: 'launch',
        name: 'test',
        cwd: root,
      });
      await adapter.event('initialized');
      const path = join(root, file);
      await adapter.request('setBreakpoints', { source: { path }, breakpoints: [{ line: 3 }] });
      await adapter.request('configurationDone');
      await launched;
      const { threadId } = await adapter.event('stopped');
      const { stackFrames } = (await adapter.request('stackTrace', { threadId })) as {
        stackFrames: { id: number; line: number; source: { path: string } }[];
      };
      const [top] = stackFrames;
      assert.deepEqual({ path: top!.source.path, line: top!.line }, { path, line: 3 });
      const { result } = await adapter.request('evaluate', { expression: 'step', frameId: top!.id });
      assert.equal(result, '3');
      await adapter.request('continue', { threadId });
      await adapter.event('terminated');
      const outcomes = [];
      for await (const event of launch.readEvents())
        if (event.kind === 'test-finished') outcomes.push([event.test.name, event.test.outcome]);
      assert.deepEqual(outcomes, [[expected[1], 'passed']]);
    } finally {
      adapter.dispose();
      await launch.dispose();
    }
  });

  /** Whether debugpy is there, or can be had; where it cannot, this stays unproved. */
  async function hasDebugpy(program: string): Promise<boolean> {
    const run = (args: readonly string[], timeout: number) =>
      promisify(execFile)(program, [...args], { timeout, env: { ...process.env, PYTHONPATH: cache } }).then(
        () => true,
        () => false,
      );
    const isThere = () => run(['-c', 'import debugpy'], 20_000);
    if (await isThere()) return true;
    const quiet = ['--quiet', '--disable-pip-version-check', '--retries', '0', '--no-deps'];
    if (!existsSync(cache)) await run(['-m', 'pip', 'install', ...quiet, '--target', cache, 'debugpy'], 60_000);
    return isThere();
  }
});
