import assert from 'node:assert/strict';
import { Workspace } from './workspace.ts';

describe('katapath new', () => {
  let workspace: Workspace;
  beforeEach(() => (workspace = new Workspace()));
  afterEach(() => workspace.dispose());

  const create = (...argv: string[]) => workspace.run(['new', ...argv]);

  it('numbers a document after the last one of its kind and says where it is', async () => {
    assert.equal(
      (await create('adr/seed', 'Print labels', '--author', 'robin')).out,
      'docs/adr/0001-print-labels.md\n',
    );
    const { code, out } = await create('adr/seed', 'Weigh at the gate');
    assert.deepEqual([code, out], [0, 'docs/adr/0002-weigh-at-the-gate.md\n']);
    assert.match(
      workspace.read('docs/adr/0002-weigh-at-the-gate.md'),
      /^# ADR-002: Weigh at the gate\n## Date: \d{4}-/,
    );
  });

  it('does not take a number that another branch has', async () => {
    await create('adr/nygard', 'Print labels');
    workspace.git('init', '--quiet', '--initial-branch', 'main');
    workspace.commitAll();
    workspace.git('checkout', '--quiet', '-b', 'scales');
    await create('adr/nygard', 'Weigh at the gate');
    workspace.commitAll();
    workspace.git('checkout', '--quiet', 'main');
    assert.match((await create('adr/nygard', 'Buy printers')).out, /0003-buy-printers\.md/);
  });

  it('does not take a number that another branch has given in a folder that is not here yet', async () => {
    workspace.write('README.md', '# Parcels\n');
    workspace.git('init', '--quiet', '--initial-branch', 'main');
    workspace.commitAll();
    workspace.git('checkout', '--quiet', '-b', 'labels');
    await create('adr/nygard', 'Print labels');
    await create('adr/nygard', 'Weigh at the gate', '--dir', 'records');
    workspace.commitAll();
    workspace.git('checkout', '--quiet', 'main');
    assert.match((await create('adr/nygard', 'Buy scales', '--dir', 'records')).out, /records\/0002-/);
    workspace.git('clean', '--quiet', '--force', '-d');
    assert.match((await create('adr/nygard', 'Buy printers')).out, /0002-buy-printers\.md/);
  });

  it('gives a document that is a folder its own beside the others', async () => {
    assert.equal((await create('rfc/kep', 'Print labels')).out, 'keps/0001-print-labels/README.md\n');
    assert.equal((await create('rfc/kep', 'Weigh')).out, 'keps/0002-weigh/README.md\n');
    assert.equal((await create('rfc/kep', 'Scan', '--dir', 'ideas')).out, 'ideas/0001-scan/README.md\n');
  });

  for (const profile of ['adr/structured-madr', 'adr/madr-4', 'adr/nygard'])
    it(`writes ${profile} that can be read whatever its title and author are`, async () => {
      const title = 'Use "queues": \\d, it\'s #1\n- [x]';
      const { out } = await create(profile, title, '--author', 'Sam "S", [x]: #y');
      const text = workspace.read(out.trim());
      assert.match(text, /^# .*Use "queues": \\d, it's #1 - \[x\]$/m);
      const found = (await workspace.json()).files.flatMap(({ problems }) => problems.map(({ code }) => code));
      assert.ok(!found.some((code) => ['KP001', 'KP002', 'KP004'].includes(String(code))), text);
    });

  it('quotes words in front matter only where YAML would not read them', async () => {
    const { out } = await create('adr/madr-4', 'Print labels', '--author', 'Sam "S", [x]: #y');
    assert.match(workspace.read(out.trim()), /^decision-makers: \['Sam "S", \[x\]: #y'\]$/m);
  });

  it('leaves plain words in front matter plain', async () => {
    const { out } = await create('adr/madr-4', 'Print labels', '--author', 'robin');
    assert.match(workspace.read(out.trim()), /^decision-makers: \[robin\]$/m);
  });

  it('names as author whom git knows in this repository', async () => {
    workspace.git('init', '--quiet', '--initial-branch', 'main');
    workspace.git('config', 'user.name', 'Kim Abara');
    workspace.git('config', 'user.email', '12345+kim@users.noreply.example.org');
    await create('rfc/seed', 'Print in batches', '--dir', 'proposals');
    assert.match(workspace.read('proposals/0001-print-in-batches.md'), /Author: @kim$/m);
  });

  it('puts it where it is told', async () => {
    const { out } = await create('rfc/seed', 'Print in batches', '--dir', 'proposals', '--author', 'robin');
    assert.equal(out, 'proposals/0001-print-in-batches.md\n');
    assert.match(
      workspace.read('proposals/0001-print-in-batches.md'),
      /PROPOSED \| \d{4}-\d{2}-\d{2} \| Author: @robin/,
    );
  });

  it('makes a document that lint finds and has only to be written', async () => {
    await create('adr/seed', 'Print labels');
    const { files } = await workspace.json();
    assert.equal(files[0]!.profile, 'adr/seed');
    assert.deepEqual([...new Set(files[0]!.problems.map(({ code }) => code))].sort(), ['KP302']);
    assert.deepEqual([...new Set(files[0]!.problems.map(({ severity }) => severity))], ['info']);
  });

  it('ends with 2 without a profile, a title, or room', async () => {
    for (const argv of [[], ['adr/none', 'Title'], ['adr/seed'], ['adr/seed', ' ']]) {
      const { code, err } = await create(...argv);
      assert.equal(code, 2, argv.join(' '));
      assert.match(err, /^katapath: /);
    }
    assert.equal(workspace.has('docs'), false);
  });
});
