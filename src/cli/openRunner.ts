import { join } from 'node:path';
import { createTestRunner, type NodeTestRunner } from '../node/testRunner.ts';
import type { CliContext } from './command.ts';

/** What runs katas, with the programs that the environment names. Dispose it. */
export function openRunner(
  { packageRoot, env, cwd }: CliContext,
  { patience = Number(env['KATAPATH_PATIENCE'] ?? 1) }: { patience?: number } = {},
): NodeTestRunner {
  return createTestRunner({
    dist: join(packageRoot, 'dist'),
    settings: () => ({ node: env['KATAPATH_NODE'], python: env['KATAPATH_PYTHON'] }),
    patience: () => patience,
    workspace: () => cwd,
  });
}
