import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { build } from 'esbuild';
import { built } from '../../host/paths.ts';
import { launchBrowser, openPage, windowAddress } from '../../host/vscode/browser.ts';
import { startServer } from '../../host/vscode/server.ts';
import { testSettings } from '../../host/vscode/settings.ts';
import type { Recorders } from '../surroundings/recorders.ts';
import type { Report, Stop } from './visit.ts';

/** A hung window must not eat the night; a slow one may take its time. */
const patience = 20 * 60_000;

export interface Tour {
  /** Holds what the window needs. */
  readonly scratch: string;
  readonly restricted: boolean;
  /** The folder that is open from the beginning. */
  readonly honest: string;
  readonly stops: readonly Stop[];
  readonly last: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly recorders: Recorders;
}

/** Opens a window with Katapath and the visitor, who adds the repositories to it, and gives what the visitor saw. */
export async function tour({
  scratch,
  restricted,
  honest,
  stops,
  last,
  environment,
  recorders,
}: Tour): Promise<Report> {
  const below = (name: string) => join(scratch, name);
  mkdirSync(scratch, { recursive: true });
  const report = below('report.json');
  writeFileSync(below('visit.json'), JSON.stringify({ stops, last, report }));
  const open = below('tour.code-workspace');
  writeFileSync(open, JSON.stringify({ folders: [{ path: honest }] }));
  const visitor = await makeVisitor(below('visitor'));
  const server = await startServer({
    dataFolder: below('server'),
    extensionsFolder: installKatapath(below('extensions')),
    driver: true,
    trust: restricted,
    settings: {
      ...testSettings,
      'security.workspace.trust.enabled': restricted,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
    },
    environment: {
      ...environment,
      PATH: [recorders.folder, process.env.PATH].join(delimiter),
      KATAPATH_VISIT: below('visit.json'),
    },
  });
  const browser = await launchBrowser();
  try {
    const address = windowAddress(server, { open, extensions: [visitor] });
    await openPage(browser, address);
    for (let turn = 0; turn * 200 < patience; turn++) {
      if (existsSync(report)) return JSON.parse(readFileSync(report, 'utf8')) as Report;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('The window stopped answering.');
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Installs what was built, as a package is. A window takes one extension from its source folder: that is the visitor. */
function installKatapath(extensions: string): string {
  const name = 'katapath.katapath-0.1.0';
  const folder = join(extensions, name);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(built, 'package.json'), join(folder, 'package.json'));
  for (const part of ['dist', 'katas', 'media', 'schemas', 'snippets'])
    symlinkSync(join(built, part), join(folder, part), 'junction');
  const installed = {
    identifier: { id: 'katapath.katapath' },
    version: '0.1.0',
    location: { $mid: 1, path: folder, scheme: 'file' },
    relativeLocation: name,
    metadata: { source: 'vsix', pinned: true },
  };
  writeFileSync(join(extensions, 'extensions.json'), JSON.stringify([installed]));
  return extensions;
}

async function makeVisitor(folder: string): Promise<string> {
  const manifest = {
    name: 'visitor',
    publisher: 'katapath-tests',
    version: '1.0.0',
    engines: { vscode: '^1.106.0' },
    main: './visitor.js',
    activationEvents: ['onStartupFinished'],
    capabilities: { untrustedWorkspaces: { supported: true } },
  };
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  await build({
    entryPoints: ['test/hostile/editor/visitor.ts'],
    outfile: join(folder, 'visitor.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  return folder;
}
