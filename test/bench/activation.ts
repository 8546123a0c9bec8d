import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { packageExtension } from '../host/commands/package.ts';
import { built, root } from '../host/paths.ts';
import { copyWorkspace } from '../host/suites/workspaceCopy.ts';
import { launchBrowser, openPage, windowAddress } from '../host/vscode/browser.ts';
import { startServer } from '../host/vscode/server.ts';

const STARTS = Number(process.env.KATAPATH_STARTS ?? 5);

interface Times {
  readonly id: string;
  /** Milliseconds to read and run the bundle. */
  readonly load: number;
  /** Milliseconds from the start of `activate` to the end of what it returned. */
  readonly activate: number;
}

/**
 * `npm run bench -- activation`: loading and activating in the real extension host, by the host's own marks, median of
 * five cold starts, beside an extension that does nothing but markdownlint in the same host. The published markdownlint
 * extension is on no package registry; this stand-in has the same library and less to do.
 */
export async function run(): Promise<number> {
  await packageExtension();
  const scratch = mkdtempSync(join(tmpdir(), 'katapath-activation-'));
  const browser = await launchBrowser();
  try {
    const extensions = join(scratch, 'extensions');
    cpSync(join(built, 'out', 'package'), join(extensions, 'katapath'), { recursive: true });
    await buildPeer(join(extensions, 'peer'));
    const starts: Times[][] = [];
    for (let start = 0; start < STARTS; start++) starts.push(await measureOnce(browser, scratch, extensions));
    const [ours, theirs] = [0, 1].map((index) => {
      const all = starts.map((times) => times[index]!);
      const load = median(all.map((it) => it.load));
      const activate = median(all.map((it) => it.activate));
      const total = median(all.map((it) => it.load + it.activate));
      console.log(
        `  ${all[0]!.id.padEnd(26)} load ${show(load)} ms, activate ${show(activate)} ms, together ${show(total)} ms`,
      );
      return total;
    });
    const isReached = ours! < theirs!;
    console.log(`  ${isReached ? '✔' : '✘'} ${(ours! / theirs!).toFixed(2)} times the peer's (goal: under 1)`);
    return isReached ? 0 : 1;
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

const show = (milliseconds: number) => milliseconds.toFixed(1).padStart(6);

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

const sources = join(root, 'test', 'bench', 'activation');

async function buildPeer(folder: string): Promise<void> {
  const source = join(sources, 'peer');
  await build({
    entryPoints: [join(source, 'extension.js')],
    outfile: join(folder, 'extension.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  cpSync(join(source, 'package.json'), join(folder, 'package.json'));
}

async function measureOnce(browser: Browser, scratch: string, extensionsFolder: string): Promise<Times[]> {
  const workspace = copyWorkspace('practice');
  const dataFolder = mkdtempSync(join(scratch, 'start-'));
  const marks = join(dataFolder, 'marks.json');
  const server = await startServer({
    dataFolder,
    extensionsFolder,
    driver: true,
    environment: { KATAPATH_MARKS: marks, KATAPATH_DATA: join(dataFolder, 'progress') },
  });
  try {
    const address = windowAddress(server, {
      open: workspace.folder,
      extensions: [join(sources, 'probe')],
      testsPath: join(sources, 'probe', 'readMarks.cjs'),
    });
    let ended: (code: number) => void = () => undefined;
    const end = new Promise<number>((resolve) => (ended = resolve));
    const page = await openPage(browser, address, {
      onLog: (type, args) => process.env.KATAPATH_VERBOSE && console.log(type, ...args),
      onExit: (code) => ended(code),
    });
    await end;
    await page.context().close();
    return JSON.parse(readFileSync(marks, 'utf8')) as Times[];
  } finally {
    await server.stop();
    workspace.remove();
  }
}
