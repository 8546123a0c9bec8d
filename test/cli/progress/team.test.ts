import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCatalog } from '../../../src/core/model/catalog.ts';
import { encodeLog } from '../../../src/core/progress/log.ts';
import { deviceOfKey, encodeSignatures, signEvents } from '../../../src/core/progress/signature.ts';
import { signerOf } from '../../../src/node/progress/deviceKey.ts';
import { makeSecretKey } from '../../../src/node/progress/ed25519.ts';
import { attempt, Author, LAPTOP } from '../../core/progress/support.ts';
import { CommandLine } from './commandLine.ts';

describe('katapath progress team', () => {
  let line: CommandLine;
  beforeEach(() => (line = new CommandLine()));
  afterEach(() => line.dispose());

  const { manifest } = bundledCatalog.katas[0]!;
  const stages = manifest.stages.map(({ id }) => id);
  const publish = (learner: string, text: string) => {
    const folder = join(line.workspace, learner, '.katapath', 'progress');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'bundle.jsonl'), text);
  };

  it("folds each learner's bundles on their own, whichever devices wrote them", async () => {
    const [desktop, laptop] = [new Author(), new Author(LAPTOP)];
    desktop.write(attempt({ kata: manifest.id, verdict: 'failed' }));
    laptop.write(attempt({ kata: manifest.id, stage: stages.at(-1)!, passed: stages }));
    publish('left', encodeLog([...desktop.written, ...laptop.written]));
    publish('right', encodeLog(desktop.written));
    const { team } = JSON.parse((await line.run('progress', 'team', '--format', 'json')).out);
    assert.deepEqual(
      team.map(({ learner, attempts, lastActive }: never) => [learner, attempts, lastActive]),
      [
        ['left', 2, '2026-11-20'],
        ['right', 1, '2026-11-20'],
      ],
    );
    assert.ok(team[0].katasDone >= team[1].katasDone);
    assert.match((await line.run('progress', 'team')).out, /^learner +last active/);
  });

  it('leaves out what was changed, and prints names as text in Markdown and HTML', async () => {
    const author = new Author();
    author.write(attempt({ kata: manifest.id, verdict: 'failed' }), attempt({ kata: manifest.id, verdict: 'failed' }));
    publish('<b>a|b', encodeLog(author.written).replace('"durationMs":120', '"durationMs":1'));
    const { out, err } = await line.run('progress', 'team', '--format', 'html');
    assert.match(out, /<th scope="row">&#60;b&#62;a\|b<\/th>/);
    assert.match(out, /Content-Security-Policy" content="default-src &#39;none&#39;/);
    assert.match(err, /^1 entry could not be read/);
    assert.match((await line.run('progress', 'team', '--format', 'markdown')).out, /\\<b\\>a\\\|b /);
  });

  it('leaves out a file whose signature does not fit, and says so', async () => {
    const events = new Author().write(attempt({ kata: manifest.id, verdict: 'failed' }));
    const secret = makeSecretKey();
    const device = deviceOfKey(secret.x);
    const signed = new Author(device).write(attempt({ kata: manifest.id, verdict: 'failed' }));
    const good = encodeLog(signed) + encodeSignatures(signEvents(signed, signerOf(device, secret)));
    const forged = encodeLog(events) + encodeSignatures(signEvents(events, signerOf(device, makeSecretKey())));
    const folder = join(line.workspace, 'left', '.katapath', 'progress');
    publish('left', good);
    writeFileSync(join(folder, 'a-forged.jsonl'), forged);
    const later = new Author(device, Date.UTC(2027, 0, 1)).write(attempt({ kata: manifest.id, verdict: 'failed' }));
    writeFileSync(join(folder, 'unsigned.jsonl'), encodeLog(later));
    const { out, err } = await line.run('progress', 'team', '--format', 'json');
    const { team, leftOut } = JSON.parse(out);
    assert.equal(team[0].attempts, 1);
    assert.equal(leftOut.length, 2);
    assert.match(err, /a-forged\.jsonl has a signature that is not of device [0-9a-f]{16}; that was left out/);
  });

  it('says so where there is nobody', async () => {
    assert.equal((await line.run('progress', 'team')).out, 'No folder here holds published progress.\n');
    assert.equal((await line.run('progress', 'team', 'nowhere')).code, 2);
  });
});
