import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
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
import { bundledCatalog } from '../../../src/core/model/catalog.ts';
import { encodeLog, parseLog } from '../../../src/core/progress/log.ts';
import { encodeSignatures, signEvents } from '../../../src/core/progress/signature.ts';
import { makeSecretKey } from '../../../src/node/progress/ed25519.ts';
import { signerOf } from '../../../src/node/progress/deviceKey.ts';
import { verifyFiles } from '../../../src/node/progress/verifyFiles.ts';
import { Author, STRANGER } from '../../core/progress/support.ts';
import { itemsOf, started, tick, Workplace } from './workplace.ts';

const verified = (text: string) => parseLog(text, { verify: true });

describe('an entry in the name of a device of the learner’s', () => {
  let place: Workplace;
  beforeEach(() => (place = new Workplace()));
  afterEach(() => place.dispose());

  const published = () => join(place.workspace, '.katapath', 'progress');
  const lay = (name: string, text: string) => {
    mkdirSync(published(), { recursive: true });
    writeFileSync(join(published(), name), text);
  };
  /** What somebody writes who knows the id of a device: it stands in every bundle. */
  const forge = (device: string) => new Author(device, Date.UTC(2027, 0, 1)).write(tick('review-list'));
  const ownLog = () =>
    readdirSync(place.log)
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => readFileSync(join(place.log, name), 'utf8'))
      .join('');

  for (const [how, provenance, sign] of [
    ['nobody signed', 'unsigned', () => ''],
    [
      'another key signed',
      'forged',
      (device: string, events: ReturnType<typeof forge>) =>
        encodeSignatures(signEvents(events, signerOf(device, makeSecretKey()))),
    ],
    [
      'is signed by somebody in their own name',
      'forged',
      (_device: string, events: ReturnType<typeof forge>) =>
        encodeSignatures(signEvents(events, signerOf(STRANGER, makeSecretKey()))),
    ],
  ] as const) {
    it(`that ${how} never counts, never reaches the log, and is told`, async () => {
      const store = await place.open({ watch: false });
      await store.append([started]);
      const revoke = new Author(store.device, Date.UTC(2027, 0, 2)).write({
        type: 'revoke',
        hashes: [store.events[0]!.h],
      });
      const events = [...forge(store.device), ...revoke];
      lay('theirs.jsonl', encodeLog(events) + sign(store.device, events as never));
      await store.refresh();
      await store.append([tick('read-book')]);
      await store.refresh();
      assert.deepEqual(itemsOf(store), ['read-book']);
      assert.equal(store.state.katas.size, 1, 'nothing was taken back');
      assert.deepEqual(
        store.foreign.map((group) => [group.provenance, group.events.length]),
        [[provenance, 2]],
      );
      assert.equal(ownLog().includes('review-list'), false);
      const files = await verifyFiles([published()], (event) => store.provenanceOf(event));
      assert.match(
        files[0]!.findings[0]!.words,
        provenance === 'forged' ? /^forged: 2 entries/ : /^not proved: 2 entries/,
      );
      assert.equal(files[0]!.findings[0]!.harmless, false);
    });
  }

  it('counts from a bundle that this device signed, whatever was done to its lines and their order', async () => {
    const store = await place.open({ watch: false });
    await store.append([started, tick('read-book')]);
    const { file } = (await store.publish(place.workspace))!;
    await place.close(store);
    const lines = readFileSync(file, 'utf8').trim().split('\n').toReversed();
    writeFileSync(file, `\uFEFF${['<<<<<<< HEAD', ...lines, ...lines].join('\r\n')}`);
    rmSync(place.log, { recursive: true });
    rmSync(join(place.workspace, '.katapath', 'local'), { recursive: true });
    assert.equal((await place.open({ watch: false })).events.length, 2);
  });

  it('proves nothing by a signature that was changed, or that names other entries', async () => {
    const { device, key, text } = await place.publishElsewhere('laptop', tick('read-book'));
    const store = await place.open({ watch: false });
    await store.adopt(device, key);
    const [event] = verified(text).events;
    const forged = forge(device);
    lay('changed.jsonl', encodeLog(forged) + text.trim().split('\n').at(-1)!.replace(event!.h, forged[0]!.h));
    await store.refresh();
    assert.deepEqual(itemsOf(store), []);
    assert.equal(store.foreign[0]!.provenance, 'forged');
    const files = await verifyFiles([published()], (each) => store.provenanceOf(each));
    assert.match(files[0]!.findings[0]!.words, /^forged or damaged: a signature in the name of/);
  });

  it('pins the key of a device when it is adopted, and the keys of those it adopted itself', async () => {
    const phone = await place.publishElsewhere('phone', tick('review-list'));
    const laptop = await place.publishElsewhere('laptop', tick('read-book'), {
      type: 'device.adopted',
      device: phone.device,
      key: phone.key,
    });
    lay('laptop.jsonl', laptop.text);
    lay('phone.jsonl', phone.text);
    const store = await place.open({ watch: false });
    assert.deepEqual(
      store.foreign.map(({ device, provenance }) => [device, provenance]).sort(),
      [laptop.device, phone.device].sort().map((device) => [device, 'foreign']),
    );
    assert.equal(await store.adopt(laptop.device), laptop.key);
    assert.deepEqual(itemsOf(store).sort(), ['read-book', 'review-list']);
    assert.equal(store.foreign.length, 0);
    const again = forge(laptop.device);
    lay(
      'other-key.jsonl',
      encodeLog(again) + encodeSignatures(signEvents(again, signerOf(laptop.device, makeSecretKey()))),
    );
    await store.refresh();
    assert.equal(store.foreign[0]!.provenance, 'forged');
    assert.match(store.notices[0]!.message, /1 entry here is forged: signed in the name of/);
  });

  it('is of the device that is named after its key, where several keys sign in one name', async () => {
    const { device, key, text } = await place.publishElsewhere('laptop', tick('read-book'));
    const events = forge(device);
    lay('a.jsonl', encodeLog(events) + encodeSignatures(signEvents(events, signerOf(device, makeSecretKey()))));
    lay('b.jsonl', text);
    const store = await place.open({ watch: false });
    assert.equal(await store.adopt(device), key);
    assert.deepEqual(itemsOf(store), ['read-book']);
  });

  it('keeps the key to its owner, and out of everything that leaves the computer', async () => {
    const store = await place.open({ watch: false });
    await store.append([started]);
    await store.publish(place.workspace);
    await place.close(store);
    const file = join(place.directory, 'device.key');
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    const { d } = JSON.parse(readFileSync(file, 'utf8')) as { d: string };
    const found = execFileSync('grep', ['-rlF', d, place.root], { encoding: 'utf8' }).trim();
    assert.equal(found, file);
  });

  it('can be taken back although it claims the last id there is', async () => {
    const laptop = new Author(STRANGER);
    const { h: _h, ...body } = laptop.write(tick('read-book'))[0]!;
    const { hashBody } = await import('../../../src/core/progress/hash.ts');
    const last = { ...body, id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' };
    lay('theirs.jsonl', encodeLog([{ ...last, h: hashBody(last) }]));
    const store = await place.open({ watch: false });
    await store.adopt(STRANGER);
    assert.equal(store.state.items.get('read-book')!.state, 'done');
    await store.append([{ type: 'item.reopened', item: 'read-book' }]);
    assert.equal(store.state.items.get('read-book')!.state, 'not-started');
    await store.append([tick('read-book')]);
    assert.equal(store.state.items.get('read-book')!.state, 'done');
    await store.append([{ type: 'item.reopened', item: 'read-book' }]);
    await place.close(store);
    assert.equal((await place.open()).state.items.get('read-book')!.state, 'not-started');
  });
});

describe('what lies in the place of a log', () => {
  let place: Workplace;
  beforeEach(() => (place = new Workplace()));
  afterEach(() => place.dispose());

  it('is not read when it is a pipe, a link, a folder or too large, and is told without stopping the rest', async function () {
    if (process.platform === 'win32') return this.skip();
    const folder = join(place.workspace, '.katapath', 'progress');
    mkdirSync(join(folder, 'folder.jsonl'), { recursive: true });
    execFileSync('mkfifo', [join(folder, 'pipe.jsonl')]);
    symlinkSync('/dev/zero', join(folder, 'link.jsonl'));
    writeFileSync(join(folder, 'large.jsonl'), '');
    truncateSync(join(folder, 'large.jsonl'), 2 ** 40);
    const { device, key, text } = await place.publishElsewhere('laptop', tick('read-book'));
    writeFileSync(join(folder, 'good.jsonl'), text);
    const store = await place.open({ watch: false });
    await store.adopt(device, key);
    assert.deepEqual(itemsOf(store), ['read-book']);
    assert.equal(store.notices.filter(({ message }) => /was not read/.test(message)).length, 4);
    const files = await verifyFiles([folder], (event) => store.provenanceOf(event));
    assert.deepEqual(
      files.map(({ file, entries, findings }) => [file.slice(folder.length + 1), entries, findings.length]).sort(),
      [
        ['folder.jsonl', 0, 1],
        ['good.jsonl', 1, 0],
        ['large.jsonl', 0, 1],
        ['link.jsonl', 0, 1],
        ['pipe.jsonl', 0, 1],
      ],
    );
  });

  it('is neither read nor written when the folder of the log is a link', async () => {
    const elsewhere = join(place.root, 'elsewhere');
    mkdirSync(elsewhere);
    mkdirSync(place.directory);
    writeFileSync(join(elsewhere, 'theirs.jsonl'), encodeLog(new Author().write(tick('read-book'))));
    symlinkSync(elsewhere, place.log);
    const store = await place.open({ watch: false });
    assert.deepEqual(store.events, []);
    await assert.rejects(store.append([tick('read-book')]), /is a link, and links are not followed/);
    assert.deepEqual(readdirSync(elsewhere), ['theirs.jsonl']);
    assert.match((await verifyFiles([place.log]))[0]!.findings[0]!.words, /is a link, and links are not followed/);
  });
});

describe('a log of 0.1.0', () => {
  const fixture = 'test/faults/progress/from-0.1.0';
  let place: Workplace;
  beforeEach(() => {
    place = new Workplace();
    for (const name of ['data', 'workspace']) cpSync(join(fixture, name), join(place.root, name), { recursive: true });
  });
  afterEach(() => place.dispose());

  const open = (directory = place.directory) => place.open({ catalog: bundledCatalog, watch: false, directory });
  const published = () => join(place.workspace, '.katapath', 'progress');

  it('is read as it was, and gets a key without a word', async () => {
    const store = await open();
    assert.equal(store.device, '6b599c2ee8588e43');
    assert.equal(store.events.length, 13);
    assert.equal(store.state.items.get('two-pointers-pair-sum')!.state, 'done');
    assert.equal(store.state.items.get('resource-philosophy')!.state, 'done', 'of the laptop, adopted by 0.1.0');
    assert.equal(store.state.items.get('resource-ossu')!.state, 'not-started');
    assert.deepEqual([store.foreign, store.notices], [[], []]);
    assert.equal((await store.signer()).device, store.device);
  });

  it('goes on, and publishing proves what 0.1.0 published, too', async () => {
    const store = await open();
    await store.append([{ type: 'item.started', item: 'resource-ossu' }]);
    const { file, count } = (await store.publish(place.workspace))!;
    assert.equal(count, 14);
    const { events, signatures } = verified(readFileSync(file, 'utf8'));
    assert.deepEqual([events.length, signatures[0]!.hashes.length], [1, 14]);
    assert.equal(await store.publish(place.workspace), undefined);
  });

  it('is adopted elsewhere by its key, once it has published with it', async () => {
    const { key } = await (await open()).signer();
    await (await open()).publish(place.workspace);
    const laptop = await open(join(place.root, 'new laptop'));
    assert.equal(laptop.events.length, 0);
    assert.equal(await laptop.adopt('6b599c2ee8588e43'), key);
    assert.equal(laptop.events.length, 13 + 1, 'with the laptop of before, which it had adopted');
    const author = new Author('6b599c2ee8588e43', Date.UTC(2027, 0, 1));
    const forged = author.write({ type: 'item.completed', item: 'resource-ossu' });
    const signed = encodeSignatures(signEvents(forged, signerOf('6b599c2ee8588e43', makeSecretKey())));
    writeFileSync(join(published(), 'x.jsonl'), encodeLog(forged) + signed);
    await laptop.refresh();
    assert.equal(laptop.events.length, 14);
    assert.equal(laptop.foreign[0]!.provenance, 'forged');
  });

  it('counts elsewhere, unsigned as it is, as far as it lies there when it is adopted, and no further', async () => {
    rmSync(join(place.workspace, '.katapath', 'local'), { recursive: true });
    const laptop = await open(join(place.root, 'new laptop'));
    await laptop.adopt('6b599c2ee8588e43');
    assert.equal(laptop.events.length, 12 + 1);
    const later = new Author('6b599c2ee8588e43', Date.UTC(2027, 0, 1)).write({
      type: 'item.started',
      item: 'resource-ossu',
    });
    writeFileSync(join(published(), 'x.jsonl'), encodeLog(later));
    await laptop.refresh();
    assert.equal(laptop.events.length, 13);
    assert.deepEqual(laptop.foreign.map(({ device, provenance }) => [device, provenance]).sort(), [
      ['5c24bf958011f7db', 'unsigned'],
      ['6b599c2ee8588e43', 'unsigned'],
    ]);
  });
});
