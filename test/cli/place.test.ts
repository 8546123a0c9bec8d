import assert from 'node:assert/strict';
import { localDay } from '../../src/core/model/days.ts';
import { Workspace } from './workspace.ts';

const record = (title: string) =>
  `# ${title}\n\n## Status\n\nAccepted\n\n## Context\n\nParcels.\n\n## Decision\n\nWeigh.\n\n## Consequences\n\nScales.\n`;
const path = (id: string) => {
  const item = {
    id: `${id}-notes`,
    kind: 'practice',
    title: 'Notes',
    detail: 'A line for each surprise.',
    every: 'week',
  };
  const step = { id: `${id}-look`, title: 'Look around', required: true, items: [item] };
  return JSON.stringify({ id, title: 'Ours', summary: 'What everyone here does.', steps: [step], resources: [] });
};

describe('the command line knows one "here"', () => {
  let outer: Workspace;
  beforeEach(() => (outer = new Workspace({ '.katapath/paths/outer.json': path('outer-path') })));
  afterEach(() => outer.dispose());

  /** A repository below the folder with the settings. */
  function makeRepository(): void {
    outer.write('repo/docs/adr/0001-weigh.md', record('1. Weigh'));
    outer.write('repo/docs/adr/0002-print.md', record('2. Print'));
    outer.git('-C', 'repo', 'init', '--quiet', '--initial-branch', 'main');
    outer.git('-C', 'repo', 'add', '--all');
    outer.git('-C', 'repo', 'commit', '--quiet', '--message', 'Begin');
  }

  it('so that paths and lint read the same settings in a repository below them', async () => {
    makeRepository();
    assert.match((await outer.run(['paths'], { cwd: 'repo' })).out, /outer-path/);
    assert.equal((await outer.run(['lint'], { cwd: 'repo' })).code, 0);
    outer.write('.katapath/config.json', '{ "ignore": ["**/*.md"] }');
    const { code, err } = await outer.run(['lint'], { cwd: 'repo' });
    assert.equal(code, 2);
    assert.match(err, /The settings leave out each of the \d+ Markdown files here/);
  });

  it('and asks the repository, wherever it lies, what changed', async () => {
    makeRepository();
    outer.write('repo/docs/adr/0002-print.md', record('2. Print labels'));
    const { files } = JSON.parse(
      (await outer.run(['lint', '--changed', 'main', '--format', 'json'], { cwd: 'repo' })).out,
    );
    assert.deepEqual(
      files.map(({ file }: { file: string }) => file),
      ['docs/adr/0002-print.md'],
    );
  });

  it('and numbers after other branches of a repository below it', async () => {
    makeRepository();
    outer.git('-C', 'repo', 'checkout', '--quiet', '-b', 'third');
    outer.write('repo/docs/adr/0003-buy.md', record('3. Buy'));
    outer.git('-C', 'repo', 'add', '--all');
    outer.git('-C', 'repo', 'commit', '--quiet', '--message', 'Buy');
    outer.git('-C', 'repo', 'checkout', '--quiet', 'main');
    const made = await outer.run(['new', 'adr/nygard', 'Sell', '--dir', 'docs/adr'], { cwd: 'repo' });
    assert.equal(made.out, 'docs/adr/0004-sell.md\n', made.err);
  });
});

describe('the command line knows one "today"', () => {
  const before = process.env['TZ'];
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  // Twenty-six hours apart: at any moment at least one of them has another day than Greenwich.
  for (const zone of ['Pacific/Kiritimati', 'Etc/GMT+12'])
    it(`which in ${zone} is the day there, in a document and in a plan`, async () => {
      const workspace = new Workspace();
      try {
        process.env['TZ'] = zone;
        const there = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());
        await workspace.run(['new', 'adr/nygard', 'Weigh']);
        assert.match(workspace.read('docs/adr/0001-weigh.md'), new RegExp(`^Date: ${there}$`, 'm'));
        assert.match((await workspace.run(['plan', 'start', 'beyond-senior'])).out, new RegExp(there));
      } finally {
        workspace.dispose();
      }
    });

  it('which in Honolulu on the evening of 30 November is not yet December', () => {
    process.env['TZ'] = 'Pacific/Honolulu';
    assert.equal(localDay(Date.UTC(2026, 11, 1, 5)), '2026-11-30');
    assert.equal(localDay('2026-12-01T05:00:00.000Z'), '2026-11-30');
  });
});
