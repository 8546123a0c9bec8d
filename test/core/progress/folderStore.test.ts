import assert from 'node:assert/strict';
import type { NewEvent } from '../../../src/core/model/event.ts';
import { openFolderProgressStore } from '../../../src/core/progress/folderStore.ts';
import { encodeLog, parseLog } from '../../../src/core/progress/log.ts';
import { memoryProgressStore } from '../../support/memoryProgressStore.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';
import { Author, catalog, STRANGER } from './support.ts';

const tick = (item: string): NewEvent => ({ type: 'item.completed', item });

describe('progress in a folder that knows neither append nor sync, as in a browser', () => {
  const logs = (files: ReadonlyMap<string, string>) => [...files.keys()].filter((name) => name.startsWith('log/'));

  it('remembers across sessions, each with a file of its own', async () => {
    const folder = memoryFolder();
    const first = await openFolderProgressStore({ catalog, folder });
    await first.append([tick('read-book')]);
    await first.append([tick('review-list')]);
    const second = await openFolderProgressStore({ catalog, folder });
    assert.equal(second.device, first.device);
    assert.equal(second.state.items.get('read-book')!.state, 'done');
    await second.append([{ type: 'item.reopened', item: 'read-book' }]);
    assert.equal(logs(folder.files).length, 2);
    for (const name of logs(folder.files))
      assert.deepEqual(parseLog(folder.files.get(name)!, { verify: true }).problems, []);
  });

  it('has every event of two tabs that write at once', async () => {
    const folder = memoryFolder();
    await openFolderProgressStore({ catalog, folder });
    const [left, right] = await Promise.all([
      openFolderProgressStore({ catalog, folder }),
      openFolderProgressStore({ catalog, folder }),
    ]);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => [
        left.append([tick(`l${index}`)]),
        right.append([tick(`r${index}`)]),
      ]).flat(),
    );
    let told = 0;
    left.onDidChange(() => told++);
    await left.refresh();
    assert.equal(left.events.length, 40);
    assert.equal(told, 1);
  });

  it('begins another file when one gets long, because each append writes it whole', async () => {
    const folder = memoryFolder();
    const store = await openFolderProgressStore({ catalog, folder });
    for (let index = 0; index < 3; index++)
      await store.append(Array.from({ length: 150 }, (_, item) => tick(`${index}-${item}`)));
    assert.equal(logs(folder.files).length, 2);
    assert.equal((await openFolderProgressStore({ catalog, folder })).events.length, 450);
  });

  it('says that nothing was recorded when the folder cannot be written, and goes on when it can', async () => {
    const folder = memoryFolder();
    let isFull = false;
    const store = await openFolderProgressStore({
      catalog,
      folder: {
        ...folder,
        write: (name, text) => (isFull ? Promise.reject(new Error('quota')) : folder.write(name, text)),
      },
    });
    await store.append([tick('a')]);
    isFull = true;
    await assert.rejects(store.append([tick('b')]), /Not recorded/);
    isFull = false;
    await store.append([tick('c')]);
    assert.deepEqual(
      store.events.map((event) => 'item' in event && event.item),
      ['a', 'c'],
    );
    assert.equal((await openFolderProgressStore({ catalog, folder })).events.length, 2);
  });

  it('sets strangers apart and names lines it cannot read', async () => {
    const theirs = encodeLog(new Author(STRANGER).write(tick('read-book')));
    const folder = memoryFolder({
      'log/theirs.jsonl': theirs,
      'log/spoilt.jsonl': `${theirs.replace('read-book', 'read-bonk')}`,
    });
    const store = await openFolderProgressStore({ catalog, folder });
    assert.equal(store.events.length, 0);
    assert.deepEqual(
      store.notices.map(({ kind }) => kind),
      ['unreadable-lines', 'foreign-events'],
    );
  });
});

describe('progress in memory', () => {
  it('starts from what it is given and tells of each change', async () => {
    const store = memoryProgressStore(catalog, { events: new Author('0'.repeat(16)).write(tick('read-book')) });
    let told = 0;
    const listener = store.onDidChange(() => told++);
    assert.equal(store.state.items.get('read-book')!.state, 'done');
    await store.append([{ type: 'item.reopened', item: 'read-book' }]);
    assert.equal(store.state.items.get('read-book')!.state, 'not-started');
    listener.dispose();
    await store.append([tick('read-book')]);
    assert.equal(told, 1);
  });
});
