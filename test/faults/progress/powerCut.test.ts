import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskProgressStore } from '../../../src/node/progress/diskProgressStore.ts';
import { realFiles, type FileSystem } from '../../../src/node/progress/files.ts';
import { Author, catalog, LAPTOP } from '../../core/progress/support.ts';
import { powerCuts, restore } from './powerCut.ts';
import { recordDisk, type Operation } from './recordedDisk.ts';
import { tick } from './workplace.ts';

/** In memory where there is such a place: thousands of images are laid down and opened. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

describe('a power cut (row 2)', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(memory, 'katapath-power-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const open = (files: FileSystem) =>
    DiskProgressStore.open({ catalog, directory: join(root, 'data'), watch: false, files });

  /** A first start, single events, a batch, an import, an end; and a second window. */
  async function record(): Promise<Operation[]> {
    const { files, operations } = recordDisk();
    const laptop = new Author(LAPTOP).write(tick('on the laptop'));
    for (const round of [1, 2]) {
      const store = await open(files);
      const acknowledge = (events: readonly { readonly h: string }[]) =>
        operations.push({ kind: 'acknowledged', hashes: events.map(({ h }) => h) });
      acknowledge(await store.append([tick(`a${round}`)]));
      acknowledge(await store.append([tick(`b${round}`), tick(`c${round}`)]));
      await store.import({ events: laptop, signatures: [] });
      acknowledge(laptop);
      acknowledge(await store.append([tick(`d${round}`)]));
      await store.close();
    }
    return operations;
  }

  it('after any operation, at any byte, loses nothing that was acknowledged, and the next start can write', async () => {
    const operations = await record();
    let images = 0;
    for (const image of powerCuts(operations)) {
      images++;
      restore(image, root);
      const store = await open(realFiles);
      const there = new Set([...store.events, ...store.foreign.flatMap(({ events }) => events)].map(({ h }) => h));
      const lost = [...image.acknowledged].filter((hash) => !there.has(hash));
      assert.deepEqual(lost, [], image.words);
      const before = store.events.length;
      await store.append([tick('after the power came back')]);
      await store.close();
      const again = await open(realFiles);
      assert.ok(again.events.length >= before + 1, image.words);
      await again.close();
    }
    assert.ok(images > 500, `only ${images} images`);
  });

  it('would lose events if the log were not synced, which this test would show', async () => {
    const { files, operations } = recordDisk();
    const store = await open({
      ...files,
      open: (async (...args: Parameters<FileSystem['open']>) => {
        const handle = await files.open(...args);
        return Object.assign(handle, { datasync: () => Promise.resolve() });
      }) as FileSystem['open'],
    });
    const [event] = await store.append([tick('a')]);
    operations.push({ kind: 'acknowledged', hashes: [event!.h] });
    await store.close();
    let lost = 0;
    for (const image of powerCuts(operations)) {
      restore(image, root);
      const reopened = await open(realFiles);
      if (image.acknowledged.size > 0 && reopened.events.length === 0) lost++;
      await reopened.close();
    }
    assert.ok(lost > 0);
  });
});
