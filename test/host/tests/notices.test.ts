import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { noticesPlugin, toNotices } from '../../../src/build/notices.mjs';

describe('Notices of what is bundled', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'katapath-notices-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  async function bundle(contents: string, outdir = 'dist'): Promise<string | undefined> {
    const file = join(folder, 'dist', 'THIRD-PARTY-NOTICES.txt');
    await build({
      stdin: { contents, resolveDir: process.cwd() },
      outdir: join(folder, outdir),
      bundle: true,
      plugins: [noticesPlugin(file)],
      logLevel: 'silent',
    });
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  it('name a package that stands in the bundle, with the words of its licence, and none that was left out', async () => {
    const said = await bundle("import it from 'canonicalize'; import { v7 } from 'uuid'; console.log(it);");
    const { version } = JSON.parse(readFileSync('node_modules/canonicalize/package.json', 'utf8')) as {
      version: string;
    };
    assert.ok(said);
    assert.ok(said.includes(`canonicalize ${version}`));
    assert.ok(said.includes(readFileSync('node_modules/canonicalize/LICENSE', 'utf8').trim()));
    assert.doesNotMatch(said, /^uuid /m);
  });

  it('are of what is packaged only', async () => {
    assert.equal(await bundle("import it from 'canonicalize'; console.log(it);", 'out'), undefined);
  });

  it('say words that packages share once, under all their names', () => {
    const one = { version: '1.0.0', license: 'MIT', text: 'Do as you like.' };
    const said = toNotices([
      { ...one, name: 'b' },
      { ...one, name: 'a' },
      { ...one, name: 'c', text: 'Ask first.' },
    ]);
    assert.match(said, /a 1\.0\.0 \(MIT\)\nb 1\.0\.0 \(MIT\)\n-+\n\nDo as you like\./);
    assert.equal(said.match(/Do as you like/g)!.length, 1);
  });

  it('are not made for a package without the words of its licence', () => {
    assert.throws(() => toNotices([{ name: 'a', version: '1.0.0', text: '' }]), /The package a is bundled/);
  });
});
