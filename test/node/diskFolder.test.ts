import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HumanError } from '../../src/core/errors.ts';
import { diskFolder } from '../../src/node/diskFolder.ts';

describe('a folder on disk', () => {
  let outside: string;
  let root: string;
  beforeEach(async () => {
    outside = await mkdtemp(join(tmpdir(), 'katapath-folder-'));
    root = join(outside, 'root 🥋');
    await mkdir(root);
    await writeFile(join(outside, 'secret.txt'), 'secret');
  });
  afterEach(() => rm(outside, { recursive: true, force: true }));

  it('reads, writes, lists and removes by name', async () => {
    const folder = diskFolder(root);
    assert.equal(await folder.read('a/b.txt'), undefined);
    assert.deepEqual(await folder.list('a'), []);
    await folder.write('a/b.txt', 'text ✓\r\n');
    await folder.write('a.txt', '');
    assert.equal(await folder.read('a/b.txt'), 'text ✓\r\n');
    assert.equal(await folder.read('a.txt'), '');
    assert.deepEqual(await folder.list(''), [
      { name: 'a', kind: 'folder' },
      { name: 'a.txt', kind: 'file' },
    ]);
    await folder.remove('a');
    await folder.remove('a');
    assert.deepEqual(await folder.list(''), [{ name: 'a.txt', kind: 'file' }]);
    assert.equal(await folder.read('a.txt/b.txt'), undefined);
  });

  it('has nothing in it when it is not there, and is made by the first write', async () => {
    const folder = diskFolder(join(root, 'new', 'er'));
    assert.deepEqual(await folder.list(''), []);
    await folder.write('a.txt', 'text');
    assert.equal(await readFile(join(root, 'new', 'er', 'a.txt'), 'utf8'), 'text');
  });

  for (const name of [
    '../secret.txt',
    'a/../../secret.txt',
    '/etc/hostname',
    './a',
    'a//b',
    'a/.',
    'a\\b',
    'a\0b',
    '..',
  ])
    it(`refuses the name ${JSON.stringify(name)}`, async () => {
      const folder = diskFolder(root);
      for (const act of [
        () => folder.read(name),
        () => folder.list(name),
        () => folder.write(name, ''),
        () => folder.remove(name),
      ])
        await assert.rejects(act, HumanError);
      assert.equal(await readFile(join(outside, 'secret.txt'), 'utf8'), 'secret');
    });

  it('follows no link, to a file or to a folder', async function () {
    if (process.platform === 'win32') this.skip();
    await symlink(outside, join(root, 'out'));
    await symlink(join(outside, 'secret.txt'), join(root, 'file'));
    await symlink(join(outside, 'made.txt'), join(root, 'dangling'));
    const folder = diskFolder(root);
    for (const name of ['file', 'out/secret.txt', 'dangling', 'out/root 🥋/a.txt']) {
      await assert.rejects(folder.read(name), { name: 'HumanError', message: /symbolic link/ });
      await assert.rejects(folder.write(name, 'mine'), { name: 'HumanError', message: /symbolic link/ });
    }
    await assert.rejects(folder.list('out'), HumanError);
    await assert.rejects(folder.remove('out/secret.txt'), HumanError);
    assert.deepEqual(
      (await folder.list('')).map(({ kind }) => kind),
      ['link', 'link', 'link'],
    );
    await folder.remove('out');
    assert.equal(await readFile(join(outside, 'secret.txt'), 'utf8'), 'secret');
  });

  it('may itself stand behind a link', async function () {
    if (process.platform === 'win32') this.skip();
    await symlink(root, join(outside, 'link'));
    const folder = diskFolder(join(outside, 'link'));
    await folder.write('a.txt', 'text');
    assert.equal(await readFile(join(root, 'a.txt'), 'utf8'), 'text');
  });

  it('says that something is not a file, without waiting for it', async function () {
    if (process.platform === 'win32') this.skip();
    await mkdir(join(root, 'folder'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    for (const name of ['folder', 'pipe'])
      await assert.rejects(diskFolder(root).read(name), { name: 'HumanError', message: /is not a file/ });
    await assert.rejects(diskFolder(root).write('folder', ''), { name: 'HumanError', message: /EISDIR/ });
  });
});
