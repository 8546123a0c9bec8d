import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commands } from '../../src/cli/commands.ts';
import { makeJavaScript } from '../../src/cli/content/derived.ts';
import { runCommandLine } from '../../src/cli/run.ts';
import { goodKata } from '../content/broken/goodKata.ts';

describe('katapath content check', () => {
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

  const run = (...args: string[]) => content('check', ...args);

  async function content(...args: string[]) {
    let out = '';
    let err = '';
    const code = await runCommandLine(commands, ['content', ...args], {
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

  it('says of a name that no stage expects how the expected ones are filled in', async () => {
    write(
      (texts) =>
        (texts['expected.json'] = texts['expected.json']!.replace('TotalTest > test_is_0_for_nothing', 'to come')),
    );
    const { code, out } = await run('.');
    assert.equal(code, 1);
    assert.match(out, /KC124 .*“katapath content check --kata total --write” writes that file\.$/m);
  });

  it('writes the names of the tests into a file of their own, and tells what is left with these', async () => {
    write((texts) => {
      delete texts['expected.json'];
      texts['hints.md'] = texts['hints.md']!.replace('### Outline\n\nA sentence.\n', '');
    });
    const { code, out, err } = await run('.', '--write');
    assert.match(err, /wrote the names of its tests into expected\.json/);
    assert.deepEqual(JSON.parse(readFileSync(join(folder, 'total', 'expected.json'), 'utf8')), {
      python: { add: ['TotalTest > test_adds_up_three_numbers', 'TotalTest > test_is_0_for_nothing'] },
    });
    assert.deepEqual([code, out.match(/KC\d+/g)], [1, ['KC111']], out);
  });

  it('checks the JavaScript that the build would make of the TypeScript, and says when none can be made', async () => {
    const texts = goodKata();
    const { derived, problems } = await makeJavaScript(texts, process.cwd());
    assert.deepEqual(problems, []);
    assert.match(derived['javascript/solution/sweep/total.js']!, /^export function total\(numbers\) \{/);
    texts['typescript/mutants.json'] = texts['typescript/mutants.json']!.replace('return 0', 'return null');
    const { problems: told } = await makeJavaScript(texts, process.cwd());
    assert.deepEqual(
      told.map(({ code, message }) => [code, /mutant starts-at-one: its text stands 0 times/.test(message)]),
      [['KC126', true]],
    );
    // Where the tools of the repository are not, a kata is checked as it is written.
    assert.deepEqual(await makeJavaScript(goodKata(), folder), { derived: {}, problems: [] });
  });

  it('does not blame the JavaScript track for mutants that cannot be read', async () => {
    const texts = goodKata();
    texts['typescript/mutants.json'] = '{';
    for (const [name, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(folder, 'total', name)), { recursive: true });
      writeFileSync(join(folder, 'total', name), text);
    }
    const { out } = await run('.');
    assert.match(out, /KC120/);
    assert.doesNotMatch(out, /KC126/);
  });

  it('shows every kata in a row: what it holds, how long its tests take, and who solved it blind', async () => {
    write((texts) => {
      const manifest = JSON.parse(texts['kata.json']!) as Record<string, unknown>;
      const first = { language: 'python', version: 1, passed: ['add', 'sweep'], on: '2026-03-31' };
      texts['kata.json'] = JSON.stringify({ ...manifest, version: 2, solvedBlind: [first, { ...first, version: 2 }] });
    });
    const row = /^total +3 +py +2 +3 +10 +(\S*) *2 of 3 py \(version 1\), 2 of 3 py$/m;
    const checked = await run('.', '--table', '--shuffles', '1');
    assert.equal(checked.code, 0, checked.out);
    assert.match(checked.out, /^1 kata checked, no problems\.\n\nkata +stages/);
    assert.match(row.exec(checked.out)?.[1] ?? checked.out, /^\d+\.\d$/, 'the seconds of its tests');
    const still = await content('table', '.');
    assert.deepEqual([still.code, row.exec(still.out)?.[1]], [0, ''], still.out);
    assert.match(still.out, /^1 katas .* 4 of 6 stages, 67 %$/m);
    const json = JSON.parse((await content('table', '.', '--format', 'json')).out) as {
      katas: { blind: { isOutdated: boolean }[] }[];
    };
    assert.deepEqual(
      json.katas[0]!.blind.map(({ isOutdated }) => isOutdated),
      [true, false],
    );
  });

  it('says in a sentence what it cannot check', async () => {
    for (const args of [['nowhere'], ['.', '--kata', 'none'], ['.', '--format', 'xml'], ['.', '--shuffles', '0']]) {
      const { code, err } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, /^katapath: \S.*\. \S.*\.\n$/);
    }
  });
});
