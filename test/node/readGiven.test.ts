import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { HumanError } from '../../src/core/errors.ts';
import { readSettings } from '../../src/node/documents/settings.ts';
import { allowSigner } from '../../src/node/proof/signersFile.ts';
import { readAsked, readWithin } from '../../src/node/readGiven.ts';

describe('A file that somebody else has put there', function () {
  let root: string;
  const path = (name: string) => join(root, name);
  const put = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  const link = (target: string, name: string) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    symlinkSync(target, path(name));
  };
  const pipe = (name: string) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    execFileSync('mkfifo', [path(name)]);
  };

  before(function () {
    if (process.platform === 'win32') this.skip(); // Neither pipes nor devices lie in folders there.
  });
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'katapath-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  it('is read when it is an ordinary file, through a link too', async () => {
    put('own/a.txt', 'a');
    link('own/a.txt', 'b.txt');
    for (const name of ['own/a.txt', 'b.txt']) {
      assert.equal(String(await readAsked(root, name)), 'a');
      assert.equal(String(await readWithin(root, name)), 'a');
    }
  });

  it('is refused in words when it is a pipe, a device, a folder or larger than anything', async () => {
    pipe('pipe');
    link('/dev/zero', 'zero');
    mkdirSync(path('folder'));
    put('huge', '');
    truncateSync(path('huge'), 2 ** 31);
    for (const [name, words] of [
      ['pipe', /^“pipe” is a pipe, a socket or a device, not a file\.$/],
      ['zero', /^“zero” is a pipe, a socket or a device, not a file\.$/],
      ['folder', /^“folder” is a folder\.$/],
      ['huge', /^“huge” is larger than anything Katapath reads \(2048 MiB\)\.$/],
    ] as const)
      await assert.rejects(
        readAsked(root, name),
        ({ message, next }: HumanError) => words.test(message) && next !== '',
      );
  });

  it('is not read through a link that leads out of the workspace, by its last part or an earlier one', async () => {
    put('outside/secret', 'secret');
    mkdirSync(path('inside'));
    link('../outside/secret', 'inside/a');
    link('../outside', 'inside/b');
    for (const name of ['a', 'b/secret'])
      await assert.rejects(readWithin(path('inside'), name), /a link that leads out of this folder/);
  });

  for (const [what, make] of [
    ['a pipe', pipe],
    ['a device', (name: string) => link('/dev/zero', name)],
  ] as const)
    it(`is told of where settings or a profile would be ${what}`, async () => {
      make('.katapath/config.json');
      make('.katapath/schemas/note/team.schema.json');
      const { broken, profiles } = await readSettings(root, ['.katapath/schemas/note/team.schema.json']);
      assert.deepEqual(
        broken.map(({ file }) => file),
        ['.katapath/config.json', '.katapath/schemas/note/team.schema.json'],
      );
      for (const { problems } of broken) assert.match(problems[0]!.message, /is a pipe|leads out of this folder/);
      assert.equal(
        profiles.some(({ id }) => id === 'note/team'),
        false,
      );
    });

  it('is told of where the list of reviewers would be', async () => {
    pipe('allowed_signers');
    const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHVQfLyh7gFm2yYVwVfC5qVfZkW1cQKz7wqZgYQmLwJ0';
    await assert.rejects(allowSigner(root, { name: 'ada', key }), /is a pipe, a socket or a device/);
  });
});
