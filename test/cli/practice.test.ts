import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../src/cli/commands.ts';
import { runCommandLine } from '../../src/cli/run.ts';

describe('the command line keeps a plan', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'katapath-practice-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function run(...argv: string[]) {
    let out = '';
    let err = '';
    const code = await runCommandLine(commands, argv, {
      cwd: folder,
      packageRoot: process.cwd(),
      env: { ...process.env, KATAPATH_DATA: join(folder, 'data') },
      stdin: process.stdin,
      out: (text) => (out += text),
      err: (text) => (err += text),
      signal: new AbortController().signal,
    });
    return { code, out, err };
  }

  it('by date, from the day that was picked', async () => {
    const unstarted = await run('plan', 'show', 'beyond-senior');
    assert.equal(unstarted.code, 2);
    assert.match(unstarted.err, /plan start beyond-senior/);
    assert.equal((await run('plan', 'start', 'beyond-senior', '--starts', '2026-02-30')).code, 2);
    assert.equal((await run('plan', 'start', 'beyond-senior', '--starts', '2025-09-01')).code, 0);
    assert.match((await run('plan', 'show', 'beyond-senior')).out, /2025-09-22 – 2025-09-30 .*Deliverable 1/);
  });

  it('of practices, ticked with a note', async () => {
    assert.equal((await run('plan', 'start', 'software-engineering-roadmap')).code, 0);
    const status = await run('status', '--path', 'software-engineering-roadmap');
    assert.match(
      status.out,
      /^Due\n(.*\n)* {2}○ A design document or RFC {2}\(this month · practice-monthly-document\)$/m,
    );
    const bare = await run('practice', 'done', 'practice-monthly-document');
    assert.equal(bare.code, 2);
    assert.match(bare.err, /note/);
    const done = await run('practice', 'done', 'practice-monthly-document', '--note', 'docs/rfc/7, two readers');
    assert.equal(done.code, 0, done.err);
    const after = JSON.parse((await run('status', '--format', 'json')).out) as { due: { id: string }[] };
    assert.ok(after.due.some(({ id }) => id === 'practice-clear-request'));
    assert.ok(!after.due.some(({ id }) => id === 'practice-monthly-document'));
    assert.match((await run('practice', 'show')).out, /practice-monthly-document +done +·{11}●/);
  });
});
