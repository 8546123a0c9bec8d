// VS Code's desktop command line, as far as @vscode/test-electron uses it, served by the VS Code server in a headless
// Chromium. Started through the executable `code` beside this file.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { stopSignals } from '../machine/processes.ts';
import { launchBrowser, openPage, windowAddress } from './browser.ts';
import { startServer } from './server.ts';
import { testSettings } from './settings.ts';

interface CommandLine {
  readonly open?: string;
  readonly flags: ReadonlyMap<string, readonly string[]>;
}

/** All that take their value from the next word when there is no `=`. */
const valued = new Set([
  ...['extensionDevelopmentPath', 'extensionTestsPath', 'extensionDevelopmentKind'],
  ...['user-data-dir', 'extensions-dir', 'folder-uri', 'file-uri'],
]);

function parseCommandLine(words: readonly string[]): CommandLine {
  const flags = new Map<string, string[]>();
  const paths: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (!word.startsWith('-')) {
      paths.push(resolve(word));
      continue;
    }
    const [name = '', value] = word.replace(/^--?/, '').split(/=(.*)/s);
    const given = value ?? (valued.has(name) ? (words[++index] ?? '') : '');
    flags.set(name, [...(flags.get(name) ?? []), given]);
  }
  const uris = [...(flags.get('folder-uri') ?? []), ...(flags.get('file-uri') ?? [])].map(toPath);
  const open = [...uris, ...paths].find(
    (path) => path.endsWith('.code-workspace') || (existsSync(path) && statSync(path).isDirectory()),
  );
  return { flags, ...(open ? { open } : {}) };
}

const toPath = (value: string) => (value.startsWith('file:') ? fileURLToPath(value) : resolve(value));

function extensionId(folder: string): string {
  const { publisher, name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${publisher}.${name}`;
}

async function main(): Promise<number> {
  const { open, flags } = parseCommandLine(process.argv.slice(2));
  const first = (name: string) => flags.get(name)?.[0];
  const extensions = (flags.get('extensionDevelopmentPath') ?? []).map(toPath);
  const tests = first('extensionTestsPath');
  const isWeb = first('extensionDevelopmentKind') === 'web';

  const scratch = mkdtempSync(join(tmpdir(), 'katapath-code-'));
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
  // The workbench in a browser ignores extensionDevelopmentKind, so the kind is forced by a setting.
  const kinds = isWeb
    ? { 'remote.extensionKind': Object.fromEntries(extensions.map((it) => [extensionId(it), ['web']])) }
    : {};
  const server = await startServer({
    dataFolder: scratch,
    driver: true,
    trust: !flags.has('disable-workspace-trust'),
    settings: { ...testSettings, ...kinds },
    ...(first('user-data-dir') ? { userDataFolder: resolve(first('user-data-dir')!) } : {}),
    ...(first('extensions-dir') ? { extensionsFolder: resolve(first('extensions-dir')!) } : {}),
    onOutput: (text) => process.env.KATAPATH_VERBOSE && process.stderr.write(text),
  });
  const browser = await launchBrowser();
  try {
    return await new Promise<number>((finish) => {
      for (const signal of stopSignals) process.once(signal, () => finish(130));
      void server.ended.then((words) => {
        console.error(`The VS Code server ended by itself: ${words}`);
        finish(70);
      });
      const address = windowAddress(server, {
        extensions,
        ...(open ? { open } : {}),
        ...(tests ? { testsPath: toPath(tests) } : {}),
        payload: [
          ['skipWelcome', 'true'],
          ['skipReleaseNotes', 'true'],
          ...(flags.has('disable-extensions') ? ([['disableExtensions', 'true']] as const) : []),
        ],
      });
      const write = (type: string, args: unknown[]) =>
        (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${format(...args)}\n`);
      openPage(browser, address, { onLog: write, onExit: (code) => finish(Number(code) || 0) }).then(
        (page) =>
          page.on('crash', () => {
            console.error('The page with the VS Code window crashed.');
            finish(70);
          }),
        (error: unknown) => {
          console.error(error);
          finish(70);
        },
      );
    });
  } finally {
    await browser.close();
    await server.stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 70;
}
process.exit();
