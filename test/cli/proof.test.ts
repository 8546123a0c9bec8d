import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandLine } from './progress/commandLine.ts';

describe('evidence at the command line', () => {
  let person: CommandLine;
  beforeEach(() => (person = new CommandLine()));
  afterEach(() => person.dispose());

  const write = (name: string, text: string) => writeFileSync(join(person.workspace, name), text);
  const state = async (id: string) => {
    const { out } = await person.run('proof', 'show', id, '--format', 'json');
    return (JSON.parse(out) as { state: string }).state;
  };

  it('of an artifact counts when its check finds no error, and only as the kind the item asks for', async () => {
    write('Dockerfile', 'FROM node:latest\nUSER root\nCMD node server.js\n');
    const refused = await person.run('proof', 'add', 'production-dockerfile', '--artifact', 'Dockerfile');
    assert.equal(refused.code, 2);
    assert.match(refused.err, /Dockerfile has \d+ problems?: .*\(KA\d+\)/);
    assert.equal(await state('production-dockerfile'), 'not-started');
    write('config.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  LOG_LEVEL: info\n');
    const given = await person.run('proof', 'add', 'config-map-manifest', '--artifact', 'config.yaml');
    assert.equal(given.code, 0, given.err);
    assert.equal(await state('config-map-manifest'), 'done');
    const other = await person.run('proof', 'add', 'deployment-manifest', '--artifact', 'config.yaml');
    assert.equal(other.code, 2);
    assert.equal(await state('deployment-manifest'), 'not-started');
  });

  it('is one piece at a time, from the workspace, for an outcome there is', async () => {
    write('notes.txt', 'notes');
    const say = async (...args: string[]) => (await person.run('proof', 'add', ...args)).err;
    assert.match(await say('production-dockerfile'), /one piece of evidence at a time/);
    assert.match(await say('production-dockerfile', '--file', 'notes.txt', '--text', 'x'), /one piece of evidence/);
    assert.match(await say('production-dockerfile', '--file', '../elsewhere.txt'), /is not in/);
    assert.match(await say('production-dockerfile', '--file', 'missing.txt'), /could not be read/);
    assert.match(
      await say('production-dockerfile', '--file', 'notes.txt'),
      /not proved by a file.*It takes a checked artifact/s,
    );
    assert.match(await say('nothing', '--file', 'notes.txt'), /no outcome "nothing"/);
    assert.match(
      await say('open-source-merged', '--pull-request', 'https://example.org/a/pull/1', '--merge', 'x'),
      /both are needed/,
    );
  });

  it('is checked again for an outcome there is, and not for a slip of the pen', async () => {
    assert.equal((await person.run('proof', 'check', 'production-dockerfile')).code, 0);
    const slip = await person.run('proof', 'check', 'production-dokerfile');
    assert.equal(slip.code, 2);
    assert.match(slip.err, /no outcome "production-dokerfile"/);
  });

  it('that is ticked must be answered, and a tick does not close what leaves something to look at', async () => {
    assert.match((await person.run('item', 'done', 'production-dockerfile')).err, /a tick does not close it/);
    assert.match((await person.run('item', 'skip', 'production-dockerfile')).err, /Say why/);
    await person.run('item', 'skip', 'production-dockerfile', '--reason', 'no containers here');
    assert.equal(await state('production-dockerfile'), 'skipped');
    await person.run('item', 'reopen', 'production-dockerfile');
    assert.equal(await state('production-dockerfile'), 'not-started');
    assert.match((await person.run('item', 'done', 'open-source-conventions')).err, /asks:|Answer it/);
    assert.equal((await person.run('item', 'done', 'open-source-conventions', '--note', 'Read theirs.')).code, 0);
    assert.equal(await state('open-source-conventions'), 'done');
  });
});
