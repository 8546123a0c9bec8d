import assert from 'node:assert/strict';
import { Workspace } from './workspace.ts';

/** What a program reads on stdout when it asked for JSON and nothing came of it. */
describe('a command that was asked for JSON', () => {
  let workspace: Workspace;
  beforeEach(() => (workspace = new Workspace({ 'README.md': '# Parcels\n' })));
  afterEach(() => workspace.dispose());

  for (const argv of [
    ['lint'],
    ['lint', 'missing.md'],
    ['lint', '--changed', 'nowhere'],
    ['lint', '--unheard-of'],
    ['artifact', 'check', 'missing.yaml'],
    ['kata', 'test', 'missing'],
    ['plan', 'show', 'no-such-path'],
    ['credential', 'verify', 'missing.json'],
    ['progress', 'team', 'missing'],
  ])
    it(`prints one document, in words and what to do, after “${argv.join(' ')}”`, async () => {
      const { code, out, err } = await workspace.run([...argv, '--format', 'json']);
      assert.equal(code, 2);
      const { error } = JSON.parse(out) as { error: { message: string; next?: string } };
      assert.ok(error.message.length > 10 && err.includes(error.message), out);
    });

  it('prints the error in words only when nobody asked for JSON', async () => {
    const { out, err } = await workspace.run(['lint']);
    assert.equal(out, '');
    assert.match(err, /^katapath: /);
  });
});
