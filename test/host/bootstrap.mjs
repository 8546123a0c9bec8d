// The first step of `npm start`, `npm test`, `npm run package|bench|corpus`: runs on nothing but Node's own modules,
// because on a clean clone nothing is installed yet. It installs the packages, bundles the TypeScript command and
// hands over to it in the same process.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const commands = ['start', 'test', 'package', 'bench', 'corpus'];
const [command, ...args] = process.argv.slice(2);
/** eslint, mocha and the type checker ask for this one; the extension itself and the command line run from Node 20.0. */
const oldestNode = [20, 19];

/** Ends with what happened and what to do about it, and no stack. */
function giveUp(what, next) {
  console.error(`\n${what}\n${next}`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  giveUp(
    `Katapath is built with Node ${oldestNode.join('.')} or newer, and this is Node ${process.versions.node}.`,
    'Install a newer Node (https://nodejs.org, or your version manager) and run the same command again.',
  );
}

const sleep = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two commands started together install once: the second waits for the first, unless that one is gone. */
function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; ; sleep(200)) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = Number(existsSync(file) ? readFileSync(file, 'utf8') : 0);
    const isYoung = existsSync(file) && Date.now() - statSync(file).mtimeMs < 5000;
    if (owner ? !isAlive(owner) : !isYoung) rmSync(file, { force: true });
    else if (!told) console.log('Another Katapath command is installing the packages; waiting for it.');
    told = true;
  }
  try {
    return work();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own record there as the last thing it does,
 * so an interrupted install does not count, and neither does one for an older lock file.
 */
function isInstalled() {
  const record = join('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const present = packagesOf(record);
  return Object.entries(packagesOf('package-lock.json')).every(
    ([name, wanted]) => !name || wanted.optional || present[name]?.version === wanted.version,
  );
}

function installPackages() {
  if (isInstalled()) return;
  withLock(join('.vscode-test', 'install.lock'), () => {
    if (isInstalled()) return;
    console.log('Installing the packages (once per package-lock.json)…');
    // No install script of any package is run: nothing here needs one, esbuild included.
    const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath;
    const result = npm
      ? spawnSync(process.execPath, [npm, ...flags], { stdio: ['ignore', 'ignore', 'inherit'] })
      : spawnSync('npm', flags, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    if (result.error || result.status !== 0)
      giveUp(
        `The packages could not be installed (npm ci ${result.error ? result.error.message : `ended with ${result.status}`}).`,
        'The lines above say why. Check the network and the free disk space, then run the same command again.',
      );
  });
}

/** esbuild makes plain modules of the TypeScript under test/host; packages stay in node_modules. */
async function bundleCommand() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [`commands/${command}`, 'vscode/code', 'vscode/guard', 'suites/runTests', 'suites/runMocha'].map(
      (name) => `test/host/${name}.ts`,
    ),
    outdir: 'out/host',
    outbase: 'test/host',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  });
}

if (!commands.includes(command))
  giveUp(`"${command ?? ''}" is not a command of this script.`, `Use one of: ${commands.join(', ')}.`);
checkNode();
process.chdir(root);
installPackages();
await bundleCommand();
const { run } = await import(pathToFileURL(join(root, 'out', 'host', 'commands', `${command}.mjs`)).href);
try {
  process.exitCode = (await run(args)) ?? 0;
} catch (error) {
  if (error?.name !== 'HumanError') throw error;
  giveUp(error.message, error.next);
}
