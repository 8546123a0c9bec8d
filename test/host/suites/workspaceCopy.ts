import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../paths.ts';

export interface WorkspaceCopy {
  /** What VS Code opens: the folder, its `.code-workspace` file if it holds one, or nothing where there is no fixture. */
  readonly open?: string;
  readonly folder: string;
  remove(): void;
}

/**
 * A copy of `test/workspaces/<name>` that tests may write to. Its path holds a space, an apostrophe and letters outside
 * ASCII, because people's folders do. A name without a fixture means a window without a folder.
 */
export function copyWorkspace(name: string): WorkspaceCopy {
  const home = mkdtempSync(join(realpathSync(tmpdir()), "katapath it's ünï "));
  const folder = join(home, name);
  const fixture = join(root, 'test', 'workspaces', name);
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  if (!existsSync(fixture)) {
    mkdirSync(folder);
    return { folder, remove };
  }
  cpSync(fixture, folder, { recursive: true, filter: (source) => !source.endsWith('.gitkeep') });
  const file = readdirSync(folder).find((entry) => entry.endsWith('.code-workspace'));
  return { folder, open: file ? join(folder, file) : folder, remove };
}
