import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commands } from '../../src/cli/commands.ts';
import { runCommandLine } from '../../src/cli/run.ts';
import { goodKata } from '../content/broken/goodKata.ts';

describe('katapath content check', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'katapath-content-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(change: (texts: Record<string, string>) => void): void {
    const texts = goodKata();
    // One language is enough to see what is printed, and what comes out as exit code.
    const manifest = JSON.parse(texts['kata.json']!) as { tracks: { typescript?: unknown } };
    delete manifest.tracks.typescript;
    texts['kata.json'] = `${JSON.stringify(manifest, null, 2)}\n`;
    change(texts);
    for (const [name, text] of Object.entries(texts)) {
      const file = join(folder, 'total', name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  async function run(...args: string[]) {
    let out = '';
    let err = '';
    const code = await runCommandLine(commands, ['content', 'check', ...args], {
      cwd: folder,
      packageRoot: process.cwd(),
      env: process.env,
      stdin: process.stdin,
      out: (text) => (out += text),
      err: (text) => (err += text),
      signal: new AbortController().signal,
    } as Parameters<typeof runCommandLine>[2]);
    return { code, out, err };
  }

  it('ends with 0 for a kata without a fault, alone or among others', async () => {
    write(() => {});
    assert.deepEqual(await run('total'), { code: 0, out: '1 kata checked, no problems.\n', err: '' });
    assert.equal((await run('.', '--kata', 'total')).code, 0);
  });

  it('names file, line, column and code of each problem, in every format', async () => {
    write((texts) => (texts['hints.md'] = texts['hints.md']!.replace('### Outline\n\nA sentence.\n', '')));
    const text = await run('.');
    assert.equal(text.code, 1);
    assert.match(text.out, /^total\/hints\.md:1:4 {2}error {2}KC111 {2}“add” has 2 hints; 3 is the least\.$/m);
    const json = JSON.parse((await run('.', '--format', 'json')).out) as {
      katas: { problems: { code: string; line: number; endColumn: number }[] }[];
      summary: { errors: number };
    };
    assert.equal(json.summary.errors, 1);
    assert.deepEqual(
      json.katas[0]!.problems.map(({ code, line, endColumn }) => [code, line, endColumn]),
      [['KC111', 1, 7]],
    );
    const sarif = JSON.parse((await run('.', '--format', 'sarif')).out) as {
      runs: {
        results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[];
      }[];
    };
    const [result] = sarif.runs[0]!.results;
    assert.equal(result!.ruleId, 'KC111');
    assert.equal(result!.locations[0]!.physicalLocation.artifactLocation.uri, 'total/hints.md');
  });

  it('writes the expected names into the manifest', async () => {
    write(
      (texts) => (texts['kata.json'] = texts['kata.json']!.replace('TotalTest > test_is_0_for_nothing', 'to come')),
    );
    const first = await run('.', '--write');
    assert.equal(first.code, 1);
    assert.match(first.err, /wrote the expected names/);
    assert.match(readFileSync(join(folder, 'total', 'kata.json'), 'utf8'), /"TotalTest > test_is_0_for_nothing"/);
    assert.equal((await run('.')).code, 0);
  });

  it('says in a sentence what it cannot check', async () => {
    for (const args of [['nowhere'], ['.', '--kata', 'none'], ['.', '--format', 'xml']]) {
      const { code, err } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, /^katapath: \S.*\. \S.*\.\n$/);
    }
  });
});
