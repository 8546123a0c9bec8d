import { build } from 'esbuild';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../host/paths.ts';
import { openWindow, type Window } from './support/window.ts';

describe('A tree that learns of its rows while it is first drawn', () => {
  const extensionsFolder = mkdtempSync(join(tmpdir(), 'katapath-redraw-'));
  let window: Window;

  before(async () => {
    // An extension of its own: the moment between two messages is not to be met from outside.
    const source = join(root, 'test', 'ui', 'redraw');
    const target = join(extensionsFolder, 'rows');
    cpSync(source, target, { recursive: true });
    await build({
      entryPoints: [join(source, 'extension.ts')],
      outfile: join(target, 'extension.cjs'),
      bundle: true,
      platform: 'node',
      external: ['vscode'],
    });
    window = await openWindow('none', { extensionsFolder });
  });

  after(async () => {
    await window.close();
    rmSync(extensionsFolder, { recursive: true, force: true });
  });

  it('shows them', async () => {
    // Its view is opened after it has started: then the first drawing is the one that asks for rows.
    await window.page.locator('.statusbar-item').filter({ hasText: 'rows are there' }).waitFor();
    const tree = await window.openView('Rows', 'Rows while drawing');
    await tree.row('a late row').waitFor();
  });
});
