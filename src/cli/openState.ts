import { join } from 'node:path';
import { withOwnPaths } from '../core/catalog/ownPaths.ts';
import { AttemptStore } from '../core/katas/attempts/store.ts';
import { diskFolder } from '../node/diskFolder.ts';
import { openDiskProgressStore, type DiskProgressStore } from '../node/progress/diskProgressStore.ts';
import { findWorkspace } from '../node/progress/findWorkspace.ts';
import { progressDirectory } from '../node/progress/progressDirectory.ts';
import { createTestRunner, type NodeTestRunner } from '../node/testRunner.ts';
import type { CliContext } from './command.ts';

/** The learner's log: the same set of events as the editor's. */
export async function openProgress(context: CliContext): Promise<DiskProgressStore> {
  const directory = progressDirectory(context.env);
  const workspace = await findWorkspace(context.cwd);
  const { catalog, problems } = await withOwnPaths([diskFolder(workspace)]);
  for (const problem of problems) context.err(`${problem}\n`);
  return openDiskProgressStore({ catalog, directory, workspaces: [workspace], watch: false });
}

/** What runs katas, with the programs that the environment names. Dispose it. */
export function openRunner({ packageRoot, env, cwd }: CliContext): NodeTestRunner {
  return createTestRunner({
    dist: join(packageRoot, 'dist'),
    settings: () => ({ node: env['KATAPATH_NODE'], python: env['KATAPATH_PYTHON'] }),
    workspace: () => cwd,
  });
}

/** Where attempts are kept, beside the log. */
export function openAttempts(context: CliContext): AttemptStore {
  return new AttemptStore(diskFolder(join(progressDirectory(context.env), 'attempts')));
}
