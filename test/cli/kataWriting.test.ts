import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { commands } from '../../src/cli/commands.ts';
import { runCommandLine } from '../../src/cli/run.ts';
import type { TestResult } from '../../src/core/runs/event.ts';

const packageRoot = process.env['KATAPATH_OUT'] ?? process.cwd();
const exercises = join(process.cwd(), 'katas', 'exercises');

describe('An exercise in writing on the command line', () => {
  let home: string;
  before(() => (home = mkdtempSync(join(realpathSync(tmpdir()), 'katapath writing '))));
  after(() => rmSync(home, { recursive: true, force: true }));

  async function katapath(...argv: string[]) {
    let out = '';
    const code = await runCommandLine(commands, argv, {
      cwd: home,
      packageRoot,
      // Nothing to find: a document is read, not run.
      env: { PATH: '', HOME: home, KATAPATH_DATA: join(home, 'data') },
      stdin: Readable.from([]),
      out: (text) => (out += text),
      err: () => undefined,
      signal: new AbortController().signal,
    });
    return { code, out };
  }

  for (const [id, last] of [
    ['adr-observed-consequences', 'weighed'],
    ['collaborative-editor-design', 'failures'],
  ] as const) {
    const folder = `katas/${id}`;
    const test = async () => {
      const { code, out } = await katapath('kata', 'test', folder, '--format', 'json');
      return { code, ...(JSON.parse(out) as { verdict: string; stage: string; next: string; tests: TestResult[] }) };
    };
    const write = (stage: string) =>
      cpSync(join(exercises, id, 'markdown', 'solution', stage), join(home, folder), { recursive: true });

    it(`starts ${id} without asking for a language, and fails the draft on its words`, async () => {
      assert.equal((await katapath('kata', 'start', id)).code, 0);
      const { code, verdict, next, tests } = await test();
      assert.deepEqual([code, verdict], [1, 'failed']);
      assert.match(next, /words that need work/);
      const failed = tests.filter(({ outcome }) => outcome === 'failed');
      assert.ok(failed.length > 8, failed.map(({ name }) => name).join());
      for (const { name, failure } of failed) {
        assert.ok(failure!.message.length > 30, name);
        const { file, line, column } = failure!.stack[0]!;
        const text = readFileSync(join(home, folder, file), 'utf8').split('\n')[line - 1]!;
        assert.ok(text.length >= column!, `${name} stands on words: ${file}:${line}:${column}`);
      }
    });

    it(`finds the drafts of ${id} with the linter too`, async () => {
      const { out } = await katapath('lint', folder, '--format', 'json');
      const { files } = JSON.parse(out) as { files: { problems: unknown[] }[] };
      assert.ok(files.length > 0 && files.every(({ problems }) => problems.length > 3), out);
    });

    it(`lets ${id} go on stage by stage, and is done with the last`, async () => {
      write('mend');
      const halfway = await test();
      assert.deepEqual([halfway.verdict, halfway.stage === 'mend'], ['failed', false]);
      write(last === 'failures' ? 'decide' : 'observed');
      assert.deepEqual((await test()).stage, last);
      write(last);
      assert.equal((await test()).code, 0);
      const { out } = await katapath('status', '--format', 'json');
      const { paths } = JSON.parse(out) as {
        paths: { steps: { items: { id: string; state: string }[] }[] }[];
      };
      const items = paths.flatMap(({ steps }) => steps.flatMap((step) => step.items));
      assert.equal(items.find((item) => item.id === id)?.state, 'done');
    });
  }
});
