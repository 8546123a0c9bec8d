import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCatalog } from '../../../src/core/model/catalog.ts';
import type { NewEvent } from '../../../src/core/model/event.ts';
import { openDiskProgressStore } from '../../../src/node/progress/diskProgressStore.ts';
import { CommandLine } from './commandLine.ts';

const events: NewEvent[] = [
  { type: 'kata.started', kata: 'two-pointers-pair-sum', version: 1, language: 'python' },
  { type: 'hint.revealed', kata: 'two-pointers-pair-sum', stage: 'implement', rung: 1 },
];

describe('katapath progress', () => {
  let line: CommandLine;
  beforeEach(async () => {
    line = new CommandLine();
    const options = { catalog: bundledCatalog, directory: line.directory, workspaces: [line.workspace], watch: false };
    const store = await openDiskProgressStore(options);
    await store.append(events);
    await store.close();
  });
  afterEach(() => line.dispose());

  const json = async (...argv: string[]) => JSON.parse((await line.run(...argv, '--format', 'json')).out);
  const logFile = () =>
    join(
      line.directory,
      'log',
      readdirSync(join(line.directory, 'log')).find((name) => name.endsWith('.jsonl'))!,
    );

  it('exports every entry, one per line, to stdout or a file', async () => {
    const { code, out } = await line.run('progress', 'export');
    assert.equal(code, 0);
    assert.deepEqual(
      out
        .trim()
        .split('\n')
        .map((each) => JSON.parse(each).type),
      ['kata.started', 'hint.revealed', 'signature'],
    );
    assert.equal((await json('progress', 'export')).events.length, 2);
    const { err } = await line.run('progress', 'export', 'mine.jsonl');
    assert.equal(err, 'Wrote 2 entries to mine.jsonl.\n');
    assert.equal(readFileSync(join(line.workspace, 'mine.jsonl'), 'utf8'), out);
  });

  it('says what to do where a file cannot be written', async () => {
    for (const what of [
      ['export', '../nowhere/mine.jsonl'],
      ['dashboard', '--out', '../nowhere/page.html'],
    ]) {
      const { code, err } = await line.run('progress', ...what);
      assert.equal(code, 2);
      assert.match(err, /could not be written\. Choose a file in a folder that exists/);
    }
  });

  it('imports on another computer, keeps the entries apart until adopted, and imports nothing twice', async () => {
    await line.run('progress', 'export', 'mine.jsonl');
    const first = await line.runElsewhere('progress', 'import', 'mine.jsonl', '--format', 'json');
    const { imported, apart } = JSON.parse(first.out);
    assert.equal(imported, 2);
    assert.equal(apart[0].entries, 2);
    const adopted = await line.runElsewhere('progress', 'import', '--adopt', 'mine.jsonl', '--format', 'json');
    assert.deepEqual(JSON.parse(adopted.out), { imported: 0, known: 2, apart: [], problems: [] });
    assert.match((await line.runElsewhere('progress', 'devices')).out, /2 {2}adopted/);
  });

  it('imports what is genuine, names the lines that are not, and ends with 1', async () => {
    const { out } = await line.run('progress', 'export');
    writeFileSync(join(line.workspace, 'bad.jsonl'), out.replace('"rung":1', '"rung":3'));
    const { code, err } = await line.runElsewhere('progress', 'import', 'bad.jsonl');
    assert.equal(code, 1);
    assert.equal(err, 'bad.jsonl:2: changed after it was written\n');
  });

  it('says in a sentence that a file is not there', async () => {
    const { code, err } = await line.run('progress', 'import', 'nowhere.jsonl');
    assert.equal(code, 2);
    assert.equal(err, 'katapath: nowhere.jsonl could not be read. Check its name and that you may read it.\n');
  });

  it('publishes a bundle into the workspace folder, from any folder below it', async () => {
    mkdirSync(join(line.workspace, '.katapath'), { recursive: true });
    const { file, entries } = await json('progress', 'publish');
    assert.equal(entries, 2);
    assert.match(file, /^\.katapath\/progress\/\d{4}-\d\d-\d\d-[0-9a-f]{16}\.jsonl$/);
    assert.equal((await line.run('progress', 'publish')).out, 'Nothing new to publish.\n');
  });

  it('verifies every copy', async () => {
    await line.run('progress', 'publish');
    const { whole, files } = await json('progress', 'verify');
    assert.equal(whole, true);
    assert.deepEqual(
      files.map(({ entries }: { entries: number }) => entries),
      [2, 2, 2],
    );
  });

  it('finds a changed line, a removed line and a half-written one, each with its number', async () => {
    const text = readFileSync(logFile(), 'utf8');
    writeFileSync(logFile(), text.replace('"rung":1', '"rung":2'));
    const changed = await line.run('progress', 'verify');
    assert.equal(changed.code, 1);
    assert.match(changed.out, /line 2: damaged: changed after it was written/);
    writeFileSync(logFile(), text.slice(text.indexOf('\n') + 1));
    assert.match(
      (await line.run('progress', 'verify')).out,
      /line 1: does not follow the line before: lines are missing there/,
    );
    writeFileSync(logFile(), text);
    appendFileSync(logFile(), '{"v":1');
    const cut = await line.run('progress', 'verify');
    assert.equal(cut.code, 0);
    assert.match(cut.out, /line 3: cut off while it was written; it was never confirmed/);
  });

  it('counts nothing of a device that was released', async () => {
    const other = JSON.parse((await line.run('progress', 'export')).out.split('\n')[0]!).dev;
    await line.run('progress', 'publish');
    await line.runElsewhere('progress', 'devices', '--adopt', other);
    const events = async () =>
      JSON.parse((await line.runElsewhere('progress', 'export', '--format', 'json')).out).events.length;
    assert.equal(await events(), 3);
    await line.runElsewhere('progress', 'devices', '--release', other);
    assert.equal(await events(), 2);
    const wrong = await line.run('progress', 'devices', '--adopt', '../../etc');
    assert.equal(wrong.code, 2);
  });
});
