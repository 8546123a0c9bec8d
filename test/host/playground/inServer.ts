import { createServer } from 'node:net';
import { join } from 'node:path';
import { HumanError } from '../../../src/core/errors.ts';
import { packageExtension } from '../commands/package.ts';
import { findProgram } from '../machine/programs.ts';
import { runProcess } from '../machine/processes.ts';
import { root } from '../paths.ts';
import { windowAddress } from '../vscode/browser.ts';
import { provisionServer } from '../vscode/provision.ts';
import { runServerCommand, startServer } from '../vscode/server.ts';
import { quietSettings } from '../vscode/settings.ts';
import type { Playground } from './playground.ts';

/** Where the playground listens unless told otherwise; VS Code keeps its layout per address, so it should not change. */
const usualPort = 41_337;

/** Opens the playground with the VS Code server, in a browser; ends when the server does. */
export async function openInServer(
  playground: Playground,
  { open, port }: { open: boolean; port?: number },
): Promise<number> {
  const running = playground.running;
  if (running) {
    console.log(`Katapath is already running here (process ${running.process}).`);
    await show(running.address, open);
    return 0;
  }
  await provisionServer();
  await install(playground);
  const server = await startServer({
    dataFolder: playground.dataFolder,
    extensionsFolder: playground.extensionsFolder,
    // The server's package comes without the compiler that its TypeScript support needs; this project has one.
    settings: { ...quietSettings, 'typescript.tsdk': join(root, 'node_modules', 'typescript', 'lib') },
    keepSettings: true,
    port: port ?? ((await isFree(usualPort)) ? usualPort : 0),
    token: playground.token,
    environment: playground.environment,
  });
  const address = windowAddress(server, { open: playground.workspace });
  playground.noteRunning(address);
  await show(address, open);
  console.log('Ctrl+C ends it.');
  const words = await server.ended;
  throw new HumanError(`The VS Code server ended by itself: ${words.trim().split('\n').slice(-3).join(' ')}`, {
    next: 'Run npm start again.',
  });
}

/** The packaged extension, as a person gets it. */
async function install(playground: Playground): Promise<void> {
  const archive = await packageExtension();
  const { code, output } = await runServerCommand([
    ...['--install-extension', archive, '--force', '--accept-server-license-terms'],
    ...['--extensions-dir', playground.extensionsFolder, '--server-data-dir', playground.dataFolder],
  ]);
  if (code !== 0)
    throw new HumanError(`VS Code refuses the extension: ${output.trim()}`, {
      next: `Delete ${playground.folder} if it holds nothing you need, and start again.`,
    });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => answer(true)));
  });
}

async function show(address: string, open: boolean): Promise<void> {
  console.log(`\nKatapath is open at\n\n  ${address}\n`);
  if (!open) return;
  const isShown = await openInBrowser(address);
  if (!isShown) console.log('No browser could be opened from here: open the address in one yourself.');
}

async function openInBrowser(address: string): Promise<boolean> {
  const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: ['open'],
    win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  };
  const [opener = findProgram('xdg-open'), ...args] = openers[process.platform] ?? [];
  if (!opener) return false;
  // An opener that becomes the browser stays; only one that fails at once has failed.
  const finished = await runProcess(opener, [...args, address], { detached: false, limit: 5000 });
  return finished.code === 0 || finished.signal !== null;
}
