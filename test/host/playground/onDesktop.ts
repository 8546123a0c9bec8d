import { HumanError } from '../../../src/core/errors.ts';
import { cleanEnvironment, runProcess } from '../machine/processes.ts';
import { root } from '../paths.ts';
import type { Playground } from './playground.ts';

/** Opens the playground in the VS Code installed here, with the extension loaded from this folder. */
export async function openOnDesktop(code: string, playground: Playground): Promise<number> {
  console.log(`Opening ${playground.workspace} in VS Code; close its window to end.`);
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, playground.workspace];
  const finished = await runProcess(code, args, { env: cleanEnvironment(playground.environment) });
  if (finished.code === 0) return 0;
  throw new HumanError(`${code} did not open: ${finished.output.trim().split('\n').at(-1) ?? ''}`, {
    next: 'Run "npm start -- --no-open" for the VS Code server instead.',
  });
}
