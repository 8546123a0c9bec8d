import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HumanError } from '../../../src/core/errors.ts';
import { cleanEnvironment, killGroup, runProcess, startProcess } from '../machine/processes.ts';
import { giveTo, type User } from '../machine/users.ts';
import { hostModule } from '../paths.ts';
import { provisionServer } from './provision.ts';
import { testSettings } from './settings.ts';

export interface ServerOptions {
  /** Holds settings, storage and logs of this VS Code. */
  readonly dataFolder: string;
  /** Where the settings are, when not inside the data folder. */
  readonly userDataFolder?: string;
  readonly extensionsFolder?: string;
  /** Written as the user's settings, unless there are some already and `keepSettings` is set. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly keepSettings?: boolean;
  /** With Workspace Trust: folders open in Restricted Mode. */
  readonly trust?: boolean;
  /** Needed to load an extension from its source folder and to run tests; hides notifications. */
  readonly driver?: boolean;
  readonly port?: number;
  /** Keeps others on this machine out; a fresh one unless given. */
  readonly token?: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** Somebody else than who started this; the data folder becomes theirs. */
  readonly user?: User;
  readonly onOutput?: (text: string) => void;
}

export interface Server {
  readonly port: number;
  readonly token: string;
  readonly process: number;
  /** Ends the server, its extension hosts, terminals and watchers. */
  stop(): Promise<void>;
  /** Resolves when the server has ended by itself, with its last words. */
  readonly ended: Promise<string>;
}

/** Starts a VS Code server on loopback; resolves when it listens. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { node, main } = await provisionServer();
  const { dataFolder, userDataFolder, extensionsFolder, port = 0, token = randomBytes(16).toString('hex') } = options;
  writeSettings(options);
  if (options.user) giveTo(options.user, dataFolder);
  const args = [
    ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--server-data-dir', dataFolder],
    ...(options.driver ? ['--enable-smoke-test-driver'] : []),
    ...(options.trust ? [] : ['--disable-workspace-trust']),
    ...(extensionsFolder ? ['--extensions-dir', extensionsFolder] : []),
    ...(userDataFolder ? ['--user-data-dir', userDataFolder] : []),
  ];
  // An empty gallery: otherwise the server asks one on the internet.
  const env = cleanEnvironment({ EXTENSIONS_GALLERY: '{}', ...options.environment });
  const guard = startProcess(process.execPath, [hostModule('vscode/guard'), node, main, ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...options.user,
  });

  let output = '';
  const ended = new Promise<string>((resolve) => guard.once('close', () => resolve(output)));
  const listening = new Promise<number>((resolve) => {
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
      options.onOutput?.(chunk.toString());
      const match = /Extension host agent listening on (\d+)/.exec(output);
      if (match) resolve(Number(match[1]));
    };
    guard.stdout?.on('data', read);
    guard.stderr?.on('data', read);
  });
  const first = await Promise.race([listening, ended]);
  if (typeof first === 'string')
    throw new HumanError(`The VS Code server did not start: ${first.trim().split('\n').slice(-5).join('\n')}`, {
      next: /EADDRINUSE/.test(first)
        ? 'Another program uses that port: choose another one with --port.'
        : 'Delete the folder .vscode-test and run the same command again.',
    });

  const stop = async () => {
    // Closing the pipe tells the guard to end the server's group; it goes last.
    guard.stdin?.destroy();
    await ended;
    killGroup(guard);
  };
  return { port: first, token, process: guard.pid!, stop, ended };
}

function writeSettings({ dataFolder, userDataFolder, settings = testSettings, keepSettings }: ServerOptions): void {
  const folder = join(userDataFolder ?? join(dataFolder, 'data'), 'User');
  const file = join(folder, 'settings.json');
  if (keepSettings && existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(settings, null, 2));
}

/** Runs the server's own command line, as in `--install-extension` or `--version`. */
export async function runServerCommand(args: readonly string[]): Promise<{ code: number; output: string }> {
  const { node, main } = await provisionServer();
  const finished = await runProcess(node, [main, ...args], { env: cleanEnvironment({ EXTENSIONS_GALLERY: '{}' }) });
  return { code: finished.code ?? 1, output: finished.output };
}
