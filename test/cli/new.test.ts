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
