import { HumanError } from '../../../src/core/errors.ts';
import { findProgram, requireDiskSpace } from '../machine/programs.ts';
import { endOnSignals, runProcess } from '../machine/processes.ts';
import { root } from '../paths.ts';
import { openInServer } from '../playground/inServer.ts';
import { openOnDesktop } from '../playground/onDesktop.ts';
import { Playground } from '../playground/playground.ts';

interface Options {
  readonly open: boolean;
  readonly prepare: boolean;
  readonly port?: number;
  readonly folder?: string;
}

/** `npm start [-- --no-open] [--port N] [--folder dir]`: a VS Code with the extension and a workspace to practise in. */
export async function run(words: readonly string[]): Promise<number> {
  endOnSignals();
  const options = readOptions(words);
  requireDiskSpace();
  const playground = new Playground(options.folder);
  // F5 opens the same workspace, in the editor that is already there.
  if (options.prepare) return (console.log(playground.workspace), 0);
  const desktop = options.open && options.port === undefined ? findDesktop() : undefined;
  if (!desktop) return openInServer(playground, options);
  await build();
  return openOnDesktop(desktop, playground);
}

function readOptions(words: readonly string[]): Options {
  const options: { -readonly [name in keyof Options]: Options[name] } = { open: true, prepare: false };
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word === '--no-open') options.open = false;
    else if (word === '--prepare') options.prepare = true;
    else if (word === '--port') options.port = toPort(words[++index]);
    else if (word === '--folder') options.folder = words[++index] ?? '';
    else
      throw new HumanError(`"${word}" is not an option of npm start.`, {
        next: 'The options are: --no-open, --port <number>, --folder <where the playground is kept>.',
      });
  }
  return options;
}

function toPort(word: string | undefined): number {
  const port = Number(word);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new HumanError(`"${word ?? ''}" is not a port.`, { next: 'Use a number between 1 and 65535.' });
}

/** The `code` inside a remote VS Code's terminal cannot open another one with our extension. */
const findDesktop = () => (process.env.VSCODE_IPC_HOOK_CLI ? undefined : findProgram('code', 'code-insiders'));

async function build(): Promise<void> {
  const built = await runProcess(process.execPath, ['esbuild.mjs'], { cwd: root });
  if (built.code !== 0)
    throw new HumanError('The extension does not build.', { next: `Mend this, then start again:\n${built.output}` });
}
