import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built, root } from '../paths.ts';
import { HostReport, type HostResult } from '../report/report.ts';
import { runInsideVsCode } from '../suites/vscodeHost.ts';

/*
 * VS Code ends with code 0 when its extension host dies or cannot start. Each of these runs is broken in one way, and each
 * must come out as a failure; otherwise a green `npm test` means nothing.
 */
describe('A run inside VS Code that is broken', () => {
  const home = mkdtempSync(join(tmpdir(), 'katapath-broken-'));
  after(() => rmSync(home, { recursive: true, force: true }));

  /** The extension's own manifest over a bundle of our making; without one, over none. */
  function makeExtension(name: string, bundle?: string): string {
    const folder = join(home, name);
    mkdirSync(join(folder, 'dist'), { recursive: true });
    cpSync(join(root, 'package.json'), join(folder, 'package.json'));
    if (bundle !== undefined) writeFileSync(join(folder, 'dist', 'extension.js'), bundle);
    return folder;
  }

  function makeTests(name: string, code: string): string {
    const file = join(home, `${name}.js`);
    writeFileSync(file, code);
    return file;
  }

  async function run(extension: string, tests?: string): Promise<HostResult & { readonly printed: string }> {
    const printed: string[] = [];
    const report = new HostReport('broken', (text) => printed.push(text));
    const compiled = join(built, 'out', 'test', 'extension');
    await runInsideVsCode(report, {
      extension,
      tests: tests ?? join(compiled, 'index.js'),
      kind: 'node',
      suite: join(compiled, 'practice'),
      only: 'activation',
      workspace: 'practice',
    });
    return { ...report.finish(), printed: printed.join('\n') };
  }

  it('fails when the extension throws while it activates', async () => {
    const result = await run(
      makeExtension('throws', `exports.activate = () => { throw new Error('broken on purpose') }`),
    );
    assert.ok(result.failed > 0);
    assert.match(result.printed, /broken on purpose/);
  });

  it('fails when the bundle is missing', async () => {
    const result = await run(makeExtension('unbuilt'));
    assert.ok(result.failed > 0);
  });

  it('fails when a contributed command is registered under another id', async () => {
    const extension = makeExtension('renamed');
    cpSync(join(built, 'dist'), join(extension, 'dist'), { recursive: true });
    const bundle = join(extension, 'dist', 'extension.js');
    const renamed = readFileSync(bundle, 'utf8').replaceAll('katapath.showOutput', 'katapath.showOutptu');
    assert.ok(renamed.includes('katapath.showOutptu'));
    writeFileSync(bundle, renamed);
    const result = await run(extension);
    assert.ok(result.failed > 0);
    assert.match(result.printed, /katapath\.showOutput/);
  });

  it('fails when the extension host is killed in the middle of a test', async () => {
    const tests = makeTests(
      'killed',
      `exports.run = () => (process.kill(process.pid, 'SIGKILL'), new Promise(() => {}))`,
    );
    const result = await run(built, tests);
    assert.equal(result.failed, 1);
    assert.match(result.printed, /ended before its tests did/);
  });

  it('fails when the tests end without having said so', async () => {
    const result = await run(built, makeTests('silent', 'exports.run = async () => {}'));
    assert.equal(result.failed, 1);
    assert.match(result.printed, /ended before its tests did/);
  });
});
