import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { HumanError } from '../../../src/core/errors.ts';
import { parseLog } from '../../../src/core/progress/log.ts';
import { realFiles, type FileSystem } from '../../../src/node/progress/files.ts';
import { progressDirectory } from '../../../src/node/progress/progressDirectory.ts';
import { itemsOf, tick, until, Workplace } from './workplace.ts';

const many = (count: number, from = 0) => Array.from({ length: count }, (_, index) => tick(`item-${from + index}`));

describe("this computer's log", () => {
  let place: Workplace;
  beforeEach(() => (place = new Workplace()));
  afterEach(() => place.dispose());

  const linesIn = (file: string) => readFileSync(file, 'utf8').trim().split('\n').length;

  it('acknowledges an event only when it can be read back from the disk', async () => {
    const store = await place.open();
    for (const body of many(5)) {
      const [event] = await store.append([body]);
      assert.ok(place.readLog().endsWith(`${JSON.stringify(event)}\n`));
    }
  });

  it('keeps the order of appends that were not waited for', async () => {
    const store = await place.open();
    await Promise.all(many(20).map((body) => store.append([body])));
    assert.deepEqual(
      itemsOf(store),
      many(20).map((body) => 'item' in body && body.item),
    );
    assert.deepEqual(parseLog(place.readLog(), { verify: true }).problems, []);
  });

  it('records a batch as one: all of it or nothing', async () => {
    const store = await place.open();
    await store.append([tick('first')]);
    await assert.rejects(store.append([tick('second'), tick('bad \ud800')]), HumanError);
    assert.deepEqual(itemsOf(store), ['first']);
    assert.equal(linesIn(place.logFile), 1);
    await store.append([tick('third')]);
    assert.deepEqual(itemsOf(store), ['first', 'third']);
  });

  it('sets a cut-off last line aside, says so, and goes on (row 2)', async () => {
    const first = await place.open();
    await first.append(many(3));
    await place.close(first);
    const tail = '{"v":1,"id":"0193\0\0\0';
    appendFileSync(place.logFile, tail);
    const second = await place.open();
    assert.equal(second.events.length, 3);
    await second.append([tick('after')]);
    const notice = second.notices.find(({ kind }) => kind === 'quarantined')!;
    assert.match(notice.message, /Its 20 bytes were set aside/);
    const kept = join(place.directory, 'quarantine');
    assert.equal(readFileSync(join(kept, readdirSync(kept)[0]!), 'utf8'), tail);
    assert.deepEqual(parseLog(place.readLog(), { verify: true }).problems, []);
    assert.equal(linesIn(place.logFile), 4);
  });

  it('completes a last line that lost only its newline', async () => {
    const first = await place.open();
    await first.append(many(3));
    await place.close(first);
    truncateSync(place.logFile, statSync(place.logFile).size - 1);
    const second = await place.open();
    await second.append([tick('after')]);
    assert.equal(linesIn(place.logFile), 4);
    assert.deepEqual(second.notices, []);
  });

  for (const [what, harm] of [
    ['deleted (row 4)', (file: string) => rmSync(file)],
    [
      'replaced, as by a git checkout (row 5)',
      (file: string) => (copyFileSync(file, `${file}.old`), rmSync(file), copyFileSync(`${file}.old`, file)),
    ],
    [
      'written by a second window that took its lock for stale (row 7)',
      (file: string) => appendFileSync(file, readFileSync(file)),
    ],
    ['shortened', (file: string) => truncateSync(file, 10)],
  ] as const) {
    it(`loses nothing when the log is ${what}`, async () => {
      const store = await place.open();
      await store.append(many(3));
      await store.refresh();
      harm(place.logFile);
      await store.append([tick('after')]);
      await store.append([tick('and after')]);
      await store.refresh();
      await place.close(store);
      const again = await place.open({ workspaces: [] });
      assert.deepEqual(itemsOf(again), ['item-0', 'item-1', 'item-2', 'after', 'and after']);
    });
  }

  it('gives each window a log of its own, and the number back when the window closes', async () => {
    const stores = [await place.open(), await place.open(), await place.open()];
    for (const [index, store] of stores.entries()) await store.append([tick(`window-${index}`)]);
    const logs = () =>
      readdirSync(place.log)
        .filter((name) => name.endsWith('.jsonl'))
        .sort();
    assert.deepEqual(
      logs().map((name) => name.slice(17)),
      ['0.jsonl', '1.jsonl', '2.jsonl'],
    );
    await place.close(stores[1]!);
    const next = await place.open();
    await next.append([tick('window-3')]);
    assert.equal(logs().length, 3);
    assert.equal(next.events.length, 4);
  });

  it('takes over the lock of a process that is gone, but not of one that runs', async () => {
    const first = await place.open();
    await first.append([tick('a')]);
    await place.close(first);
    const lock = place.logFile.replace('.jsonl', '.lock');
    const gone = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));
    const { hostname } = await import('node:os');
    writeFileSync(lock, JSON.stringify({ pid: gone, host: hostname() }));
    const second = await place.open();
    await second.append([tick('b')]);
    assert.equal(linesIn(place.logFile), 2);
    await place.close(second);
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, host: hostname() }));
    const third = await place.open();
    await third.append([tick('c')]);
    assert.equal(linesIn(place.logFile), 2);
    assert.equal(third.events.length, 3);
    rmSync(lock);
  });

  it('shows what another window wrote without being asked (row 6)', async () => {
    const [one, other] = [await place.open(), await place.open()];
    await other.append([tick('from the other')]);
    await until(one, () => one.events.length === 1);
    await one.append([tick('from the one')]);
    await until(other, () => other.events.length === 2);
  });

  it('shows what git brought without being asked', async () => {
    const store = await place.open();
    const { device, key, text } = await place.publishElsewhere('laptop', tick('on the other computer'));
    await store.adopt(device, key);
    const folder = join(place.workspace, '.katapath', 'progress');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'pulled.jsonl'), text);
    await until(store, () => store.events.length === 2);
  });

  it('keeps order by id although the clock is set back a year (row 19)', async () => {
    let now = Date.UTC(2026, 10, 20);
    const store = await place.open({ clock: () => now });
    await store.append([tick('read-book')]);
    now = Date.UTC(2025, 10, 20);
    await store.append([{ type: 'item.reopened', item: 'read-book' }]);
    assert.equal(store.state.items.get('read-book')!.state, 'not-started');
    await place.close(store);
    assert.equal((await place.open()).state.items.get('read-book')!.state, 'not-started');
  });

  it('restores everything after a reset by mistake (row 21)', async () => {
    const store = await place.open();
    const events = await store.append([tick('read-book'), tick('review-list')]);
    const [reset] = await store.append([{ type: 'revoke', hashes: events.map(({ h }) => h), reason: 'reset' }]);
    assert.equal(store.state.items.get('read-book')!.state, 'not-started');
    await store.append([{ type: 'revoke', hashes: [reset!.h], reason: 'undo' }]);
    await place.close(store);
    assert.equal((await place.open()).state.items.get('read-book')!.state, 'done');
  });

  it('finds a changed byte in idle time, names the line, and uses the copy in the workspace instead (row 14)', async () => {
    const first = await place.open();
    await first.append([
      { type: 'kata.started', kata: 'heap', version: 1, language: 'python' },
      tick('read-book'),
      tick('review-list'),
    ]);
    await place.close(first);
    writeFileSync(place.logFile, place.readLog().replace('"item":"read-book"', '"item":"read-bonk"'));
    const second = await place.open({ verifyAfterMs: 0 });
    await until(second, () => second.notices.some(({ kind }) => kind === 'unreadable-lines'));
    assert.match(
      second.notices.find(({ kind }) => kind === 'unreadable-lines')!.message,
      /line 2: changed after it was written/,
    );
    assert.deepEqual(itemsOf(second), ['read-book', 'review-list']);
    assert.equal(second.state.items.get('read-book')!.state, 'done');
  });

  it('refuses to write through a link in place of its log', async () => {
    const first = await place.open();
    await first.append([tick('a')]);
    const file = place.logFile;
    await place.close(first);
    rmSync(file);
    writeFileSync(join(place.root, 'secret'), 'x');
    symlinkSync(join(place.root, 'secret'), file);
    const second = await place.open();
    await assert.rejects(second.append([tick('b')]), /Not recorded.*links are not followed/);
    assert.equal(readFileSync(join(place.root, 'secret'), 'utf8'), 'x');
  });

  it('opens where nothing may be written, and says why nothing is recorded (row 24)', async () => {
    writeFileSync(place.directory, 'a file stands where the folder should be');
    const store = await place.open();
    assert.equal(store.events.length, 0);
    await assert.rejects(store.append([tick('a')]), (error: HumanError) => {
      assert.match(error.message, /^Not recorded\. .*a file stands where the folder should be/);
      return /KATAPATH_DATA/.test(error.next);
    });
    assert.equal(store.notices[0]!.kind, 'read-only');
  });

  it('works in a read-only workspace folder', async () => {
    mkdirSync(join(place.workspace, '.katapath'));
    chmodSync(join(place.workspace, '.katapath'), 0o500);
    const files: FileSystem = { ...realFiles, mkdir: refuse(realFiles.mkdir, place.workspace) };
    const store = await place.open({ files });
    await store.append([tick('a')]);
    await store.refresh();
    assert.equal(store.events.length, 1);
    assert.match(store.notices[0]!.message, /could not be written \(the disk is read-only\)/);
    assert.equal(existsSync(join(place.workspace, '.katapath', 'local')), false);
  });

  it('has one id for two windows that start at the same time on a new computer', async () => {
    const stores = await Promise.all([1, 2, 3, 4].map(() => place.open()));
    await Promise.all(stores.map((store, index) => store.append([tick(`window-${index}`)])));
    await Promise.all(stores.map((store) => store.refresh()));
    assert.equal(new Set(stores.map(({ device }) => device)).size, 1);
    assert.deepEqual(
      stores.map(({ events }) => events.length),
      [4, 4, 4, 4],
    );
  });

  it('knows its id from its logs when device.json is gone or spoilt', async () => {
    const first = await place.open();
    await first.append([tick('a')]);
    await place.close(first);
    writeFileSync(join(place.directory, 'device.json'), '\0\0\0\0');
    const second = await place.open();
    assert.equal(second.device, first.device);
    assert.equal(second.events.length, 1);
  });

  it('goes on when a listener throws', async () => {
    const store = await place.open();
    const errors: unknown[] = [];
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (error) => errors.push(error));
    store.onDidChange(() => {
      throw new Error('a view is broken');
    });
    await store.append([tick('a')]);
    for (const listener of others) process.on('uncaughtException', listener);
    assert.equal(store.events.length, 1);
    assert.equal((errors[0] as Error).message, 'a view is broken');
  });
});

/** Refuses inside one folder, as a read-only disk does; root may write everywhere, so permissions cannot show it. */
function refuse(real: FileSystem['mkdir'], inside: string): FileSystem['mkdir'] {
  const guarded = (path: string, options: object) =>
    path.startsWith(inside)
      ? Promise.reject(Object.assign(new Error('read-only'), { code: 'EROFS' }))
      : real(path, options);
  return guarded as FileSystem['mkdir'];
}

describe('the folder of the log', () => {
  it('is the one of the operating system, or the one that was asked for', () => {
    assert.equal(progressDirectory({ KATAPATH_DATA: '/x' }), '/x');
    assert.equal(progressDirectory({ HOME: '/home/a' }, 'linux'), join('/home/a', '.local', 'share', 'katapath'));
    assert.equal(progressDirectory({ HOME: '/home/a', XDG_DATA_HOME: '/data' }, 'linux'), join('/data', 'katapath'));
    assert.equal(
      progressDirectory({ HOME: '/Users/a' }, 'darwin'),
      join('/Users/a', 'Library', 'Application Support', 'katapath'),
    );
    assert.equal(progressDirectory({ LOCALAPPDATA: '/L' }, 'win32'), join('/L', 'katapath'));
  });
});
