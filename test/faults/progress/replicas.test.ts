import assert from 'node:assert/strict';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { encodeLog, parseLog } from '../../../src/core/progress/log.ts';
import { signEvents } from '../../../src/core/progress/signature.ts';
import { Author, STRANGER } from '../../core/progress/support.ts';
import { itemsOf, started, tick, until, Workplace } from './workplace.ts';

describe('three copies of the log', () => {
  let place: Workplace;
  beforeEach(() => (place = new Workplace()));
  afterEach(() => place.dispose());

  const inWorkspace = (...names: string[]) => join(place.workspace, '.katapath', ...names);
  const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : []);

  it('writes nothing anywhere before the first event', async () => {
    await place.open();
    assert.equal(existsSync(place.directory), false);
    assert.deepEqual(filesIn(place.workspace), []);
  });

  it('keeps out of a repository in which nobody practises', async () => {
    const store = await place.open();
    await store.append([tick('read-book')]);
    assert.deepEqual(filesIn(place.workspace), []);
    await store.append([started]);
    await store.refresh();
    assert.deepEqual(filesIn(inWorkspace()), ['local']);
  });

  it('remembers across windows', async () => {
    const first = await place.open();
    await first.append([started, tick('read-book')]);
    await place.close(first);
    const second = await place.open();
    assert.equal(second.device, first.device);
    assert.equal(second.state.items.get('read-book')!.state, 'done');
    assert.deepEqual(second.notices, []);
  });

  it('follows the command line that was the first to write on a new computer', async () => {
    const window = await place.open();
    const commandLine = await place.open({ watch: false });
    await commandLine.append([tick('first')]);
    await until(window, () => itemsOf(window).includes('first'));
    assert.equal(window.device, commandLine.device);
    await window.append([tick('second')]);
    assert.deepEqual(itemsOf(window), ['first', 'second']);
  });

  it('brings back from the workspace, unasked, what the log on this computer has lost (row 8)', async () => {
    const first = await place.open();
    await first.append([started, tick('read-book'), tick('review-list')]);
    await place.close(first);
    rmSync(place.log, { recursive: true });
    const second = await place.open();
    assert.equal(second.state.items.get('read-book')!.state, 'done');
    assert.match(second.notices[0]!.message, /^3 entries missing from this computer's log were found in another copy/);
    await place.close(second);
    rmSync(inWorkspace(), { recursive: true });
    const third = await place.open();
    assert.equal(third.events.length, 3, 'the log on this computer is whole again');
  });

  it('asks, instead of counting, when a computer has lost its log and its key (row 8)', async () => {
    const first = await place.open();
    await first.append([started, tick('read-book')]);
    await place.close(first);
    rmSync(place.directory, { recursive: true });
    const second = await place.open();
    assert.equal(second.events.length, 0);
    const [notice] = second.notices;
    assert.equal(notice!.kind, 'foreign-events');
    await second.adopt(notice!.device!);
    assert.equal(second.state.items.get('read-book')!.state, 'done');
    assert.deepEqual(second.notices, []);
    await place.close(second);
    rmSync(inWorkspace(), { recursive: true });
    const third = await place.open();
    assert.equal(third.events.length, 3, 'the log on this computer is whole again');
  });

  it('rewrites the mirror after git clean -fdx (row 9)', async () => {
    place.git('init', '-q', '-b', 'main');
    const first = await place.open();
    await first.append([started, tick('read-book')]);
    await place.close(first);
    place.git('clean', '-fdxq');
    assert.equal(existsSync(inWorkspace()), false);
    const second = await place.open();
    assert.equal(second.events.length, 2);
    await second.append([started]);
    await second.refresh();
    const mirror = readFileSync(inWorkspace('local', `${second.device}.jsonl`), 'utf8');
    assert.equal(parseLog(mirror, { verify: true }).events.length, 3);
  });

  it('offers only published bundles to git, never the mirror', async () => {
    place.git('init', '-q', '-b', 'main');
    const store = await place.open();
    await store.append([started, tick('read-book')]);
    const published = await store.publish(place.workspace);
    assert.equal(published!.count, 2);
    place.git('add', '.');
    const staged = place.git('diff', '--cached', '--name-only').trim().split('\n');
    assert.equal(staged.length, 1);
    assert.match(staged[0]!, /^\.katapath\/progress\/\d{4}-\d\d-\d\d-[0-9a-f]{16}\.jsonl$/);
  });

  it('takes up a workspace folder that is added, or trusted, later', async () => {
    const first = await place.open();
    await first.append([started, tick('read-book')]);
    await place.close(first);
    rmSync(place.log, { recursive: true });
    const second = await place.open({ workspaces: [] });
    assert.equal(second.events.length, 0);
    await second.useWorkspaces([place.workspace]);
    assert.equal(second.events.length, 2);
    await second.useWorkspaces([]);
    rmSync(inWorkspace(), { recursive: true });
    await second.append([started]);
    await second.refresh();
    assert.deepEqual(filesIn(place.workspace), []);
  });

  it('publishes each event once, and never touches a bundle again', async () => {
    const store = await place.open();
    await store.append([started]);
    const first = await store.publish(place.workspace);
    const text = readFileSync(first!.file, 'utf8');
    assert.equal(await store.publish(place.workspace), undefined);
    await store.append([tick('read-book')]);
    assert.equal((await store.publish(place.workspace))!.count, 1);
    assert.equal(readFileSync(first!.file, 'utf8'), text);
  });

  it('keeps the published events when both other copies are lost', async () => {
    const first = await place.open();
    await first.append([started, tick('read-book')]);
    await first.publish(place.workspace);
    await first.append([tick('review-list')]);
    await place.close(first);
    rmSync(place.log, { recursive: true });
    rmSync(inWorkspace('local'), { recursive: true });
    const second = await place.open();
    assert.deepEqual(itemsOf(second), ['read-book']);
  });

  it('loses nothing from view on a branch without progress files (row 10)', async () => {
    const store = await place.open();
    await store.append([started, tick('read-book')]);
    await store.publish(place.workspace);
    rmSync(inWorkspace('progress'), { recursive: true });
    await store.refresh();
    assert.equal(store.events.length, 2);
    await store.append([tick('review-list')]);
    assert.equal((await store.publish(place.workspace))!.count, 3, 'the branch gets a bundle with all of it');
  });

  it("shows a stranger's events apart and counts them only once adopted (row 15)", async () => {
    const stranger = new Author(STRANGER);
    stranger.write(tick('read-book'), tick('review-list'));
    mkdirSync(inWorkspace('progress'), { recursive: true });
    writeFileSync(inWorkspace('progress', 'theirs.jsonl'), encodeLog(stranger.written));
    const store = await place.open();
    assert.equal(store.events.length, 0);
    assert.equal(store.state.items.get('read-book')!.state, 'not-started');
    assert.deepEqual(
      store.foreign.map(({ device, events }) => [device, events.length]),
      [[STRANGER, 2]],
    );
    assert.match(store.notices[0]!.message, /2 entries of another device \(eeeeeeeeeeeeeeee\)\. They are not counted/);
    await store.adopt(STRANGER);
    assert.equal(store.state.items.get('read-book')!.state, 'done');
    rmSync(inWorkspace(), { recursive: true });
    await place.close(store);
    assert.equal((await place.open()).events.length, 3, 'adopted events are copied to this computer');
  });

  it('refuses a forged event that claims to be of this device', async () => {
    const store = await place.open();
    await store.append([started]);
    const forged = { ...store.events[0]!, type: 'item.completed', item: 'read-book' };
    mkdirSync(inWorkspace('progress'), { recursive: true });
    writeFileSync(inWorkspace('progress', 'forged.jsonl'), `${JSON.stringify({ ...forged, h: 'f'.repeat(64) })}\n`);
    await store.refresh();
    assert.equal(store.state.items.get('read-book')!.state, 'not-started');
    assert.match(
      store.notices[0]!.message,
      /1 line of \.katapath\/progress\/forged\.jsonl .*line 1: changed after it was written/,
    );
  });

  for (const [what, link] of [
    ['.katapath', () => inWorkspace()],
    ['.katapath/local', () => inWorkspace('local')],
    ['.katapath/progress', () => inWorkspace('progress')],
  ] as const) {
    it(`does not follow ${what} when it is a link (row 16)`, async () => {
      const outside = join(place.root, 'outside');
      const stranger = new Author(STRANGER);
      stranger.write(tick('read-book'));
      for (const name of ['', 'local', 'progress']) {
        mkdirSync(join(outside, name), { recursive: true });
        writeFileSync(join(outside, name, 'theirs.jsonl'), encodeLog(stranger.written));
      }
      mkdirSync(join(link(), '..'), { recursive: true });
      symlinkSync(outside, link());
      const store = await place.open();
      await store.append([started]);
      await store.refresh();
      assert.equal(store.events.length, 1);
      assert.deepEqual(store.foreign, []);
      assert.match(store.notices[0]!.message, new RegExp(`^${what} is a link, and links are not followed`));
      assert.deepEqual(filesIn(outside), ['local', 'progress', 'theirs.jsonl']);
      assert.deepEqual(filesIn(join(outside, 'local')), ['theirs.jsonl']);
    });
  }

  it('does not read a bundle that is a link', async () => {
    mkdirSync(inWorkspace('progress'), { recursive: true });
    writeFileSync(join(place.root, 'secret.jsonl'), encodeLog(new Author(STRANGER).write(tick('read-book'))));
    symlinkSync(join(place.root, 'secret.jsonl'), inWorkspace('progress', 'x.jsonl'));
    assert.deepEqual((await place.open()).foreign, []);
  });

  it('acknowledges although the mirror cannot be written, says so, and completes it later (row 25)', async () => {
    const store = await place.open();
    await store.append([started]);
    await store.refresh();
    const mirror = inWorkspace('local', `${store.device}.jsonl`);
    rmSync(mirror);
    mkdirSync(mirror);
    await store.append([tick('read-book')]);
    await store.refresh();
    assert.match(store.notices[0]!.message, /copy of your progress in \.katapath\/local could not be written/);
    rmSync(mirror, { recursive: true });
    await store.append([tick('review-list')]);
    await store.refresh();
    assert.deepEqual(store.notices, []);
    assert.equal(parseLog(readFileSync(mirror, 'utf8'), { verify: true }).events.length, 3);
  });

  it('reads conflict markers, CRLF, a byte order mark and reformatted lines, both sides of a conflict (rows 12, 13)', async () => {
    const first = await place.open();
    const events = await first.append([started, tick('read-book'), tick('review-list'), tick('a-talk')]);
    const [a, b, c, d] = events.map((event) => JSON.stringify(event));
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(d!)).reverse()), null, 1).replaceAll(
      '\n',
      ' ',
    );
    const [signature] = signEvents(events, await first.signer());
    await place.close(first);
    rmSync(place.log, { recursive: true });
    rmSync(inWorkspace(), { recursive: true });
    mkdirSync(inWorkspace('progress'), { recursive: true });
    const text = [
      '\uFEFF' + a,
      JSON.stringify(signature),
      '<<<<<<< HEAD',
      b,
      '=======',
      c,
      '>>>>>>> branch',
      '',
      reordered,
    ].join('\r\n');
    writeFileSync(inWorkspace('progress', 'merged.jsonl'), text);
    const second = await place.open();
    assert.equal(second.events.length, 4);
    const notice = second.notices.find(({ kind }) => kind === 'unreadable-lines')!;
    assert.equal(notice.message, ".katapath/progress/merged.jsonl holds git's conflict markers. Both sides were read.");
  });

  it('forgets a complaint once the file is mended', async () => {
    mkdirSync(inWorkspace('progress'), { recursive: true });
    writeFileSync(inWorkspace('progress', 'x.jsonl'), 'not an event\n');
    const store = await place.open();
    assert.equal(store.notices.length, 1);
    rmSync(inWorkspace('progress', 'x.jsonl'));
    await store.refresh();
    assert.deepEqual(store.notices, []);
  });

  it('keeps an event of a newer build, counts it as unknown and publishes it with the rest (rows 18, 22)', async () => {
    const store = await place.open();
    await store.append([started, { type: 'mood.noted', mood: 'fine' } as never]);
    await place.close(store);
    const again = await place.open();
    assert.equal(again.state.unknown, 1);
    assert.match(again.notices[0]!.message, /^1 entry in the log was written by a newer Katapath/);
    assert.match(readFileSync((await again.publish(place.workspace))!.file, 'utf8'), /mood\.noted/);
  });

  it('opens on a workspace whose mirror was cut off in the middle of a line', async () => {
    const first = await place.open();
    await first.append([started, tick('read-book')]);
    await place.close(first);
    appendFileSync(inWorkspace('local', `${first.device}.jsonl`), '{"v":1,"id":"0193');
    const second = await place.open();
    await second.append([tick('review-list')]);
    await place.close(second);
    rmSync(place.log, { recursive: true });
    const third = await place.open();
    assert.equal(third.events.length, 3);
  });
});
