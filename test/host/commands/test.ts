import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HumanError } from '../../../src/core/errors.ts';
import { requireChromium, requireDiskSpace, requireGit, requirePython } from '../machine/programs.ts';
import { endOnSignals, runProcess } from '../machine/processes.ts';
import { root } from '../paths.ts';
import { formatTable, HostReport, type HostResult } from '../report/report.ts';
import { runPlainHost } from '../suites/plainHost.ts';
import { runExtensionHost, runWebHost } from '../suites/vscodeHost.ts';
import { provisionServer } from '../vscode/provision.ts';
import { packageExtension } from './package.ts';

interface Host {
  readonly name: string;
  /** Opens VS Code windows: needs the server, Chromium and the whole machine. */
  readonly isWindowed?: boolean;
  /** Runs only when it is named. */
  readonly isOnRequest?: boolean;
  readonly run: (report: HostReport) => Promise<void>;
}

const plain =
  (timeout: number, processes = 1) =>
  (report: HostReport) =>
    runPlainHost(report, timeout, processes);

/** Ends what hangs, milliseconds a test; nothing that is merely slow on a busy machine comes near. */
const patient = 300_000;

const hosts: readonly Host[] = [
  { name: 'core', run: plain(patient, 2) },
  { name: 'node', run: plain(patient) },
  { name: 'cli', run: plain(patient) },
  { name: 'content', run: plain(patient, 2) },
  { name: 'faults', run: plain(patient) },
  { name: 'extension', isWindowed: true, run: runExtensionHost },
  { name: 'web', isWindowed: true, run: runWebHost },
  // Not part of everything yet: three of its rows take longer than the two seconds they may.
  { name: 'hostile', isWindowed: true, isOnRequest: true, run: plain(patient, 2) },
  { name: 'ui', isWindowed: true, run: plain(patient) },
  { name: 'host', isWindowed: true, run: plain(patient) },
];

/**
 * `npm test`: everything. `npm test -- core ui`: only those suites, without the checks.
 * `npm test -- ui --only sidebar`: only their files whose path holds that word.
 */
export async function run(words: readonly string[]): Promise<number> {
  endOnSignals();
  const flag = words.indexOf('--only');
  const names = flag < 0 ? words : words.slice(0, flag);
  const only = flag < 0 ? [] : words.slice(flag, flag + 2);
  const chosen = chooseHosts(names);
  requireDiskSpace();
  await requireGit();
  await requirePython();
  const wantsWindows = chosen.some((host) => host.isWindowed);
  if (wantsWindows) await requireChromium();

  const build = await checkWith('build', ['esbuild.mjs', '--tests', ...only]);
  if (build.failed) return close([build]);
  // Two lanes for two processors: what needs no window runs beside the checks, windows have the machine for themselves.
  const checks = names.length > 0 ? Promise.resolve([]) : runChecks();
  const server = wantsWindows ? provisionServer() : Promise.resolve(undefined);
  server.catch(() => undefined);
  const results: HostResult[] = [];
  for (const host of chosen.filter((it) => !it.isWindowed)) results.push(await runHost(host));
  const checked = await checks;
  await server;
  if (chosen.some((host) => host.name === 'ui')) await packageExtension();
  for (const host of chosen.filter((it) => it.isWindowed)) results.push(await runHost(host));
  return close([...results, ...checked.filter((it) => it.failed)]);
}

function chooseHosts(names: readonly string[]): readonly Host[] {
  const present = hosts.filter((host) => existsSync(join(root, 'test', host.name)));
  const unknown = names.find((name) => !present.some((host) => host.name === name));
  if (unknown !== undefined)
    throw new HumanError(`There is no suite "${unknown}".`, {
      next: `Choose among: ${present.map((host) => host.name).join(', ')}.`,
    });
  return present.filter((host) => (names.length === 0 ? !host.isOnRequest : names.includes(host.name)));
}

async function runHost(host: Host): Promise<HostResult> {
  const report = new HostReport(host.name);
  await host.run(report);
  return report.finish();
}

/** Types, lint and formatting, one after the other. */
async function runChecks(): Promise<HostResult[]> {
  return [
    await checkWith('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
    await checkWith('lint', ['node_modules/eslint/bin/eslint.js', '.']),
    await checkWith('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  ];
}

async function checkWith(name: string, args: readonly string[]): Promise<HostResult> {
  const started = performance.now();
  const { code, output } = await runProcess(process.execPath, args);
  const seconds = (performance.now() - started) / 1000;
  console.log(`${name}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`);
  if (code !== 0) console.log(output.trimEnd().replace(/^/gm, '       '));
  return { host: name, passed: 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds };
}

function close(results: readonly HostResult[]): number {
  console.log(`\n${formatTable(results)}`);
  return results.some((it) => it.failed > 0) ? 1 : 0;
}
