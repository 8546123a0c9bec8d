import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess, type Finished } from '../machine/processes.ts';
import { built, cache, hostModule, root } from '../paths.ts';
import { readRecords } from '../report/records.ts';
import type { HostReport } from '../report/report.ts';
import { listFolders } from './compiled.ts';
import { copyWorkspace } from './workspaceCopy.ts';

/** Long enough for a slow machine, short enough that a hung window does not eat the night. */
const launchLimit = 5 * 60_000;

export interface Launch {
  /** The extension's folder: package.json and dist/. */
  readonly extension: string;
  /** The module whose `run` VS Code calls. */
  readonly tests: string;
  readonly kind: 'node' | 'web';
  /** The compiled test modules, for the node kind. */
  readonly suite?: string;
  /** Only the modules of the suite whose name begins so. */
  readonly only?: string;
  readonly workspace: string;
}

/** Runs every folder of `test/extension`, each in a VS Code of its own that opens the fixture workspace of that name. */
export async function runExtensionHost(report: HostReport): Promise<void> {
  const compiled = join(built, 'out', 'test', 'extension');
  for (const workspace of listFolders(compiled))
    await runInsideVsCode(report, {
      extension: built,
      tests: join(compiled, 'index.js'),
      kind: 'node',
      suite: join(compiled, workspace),
      workspace,
    });
}

/** Runs the web suites in the web worker extension host, where there is no Node. */
export async function runWebHost(report: HostReport): Promise<void> {
  const tests = join(built, 'out', 'test', 'web', 'index.js');
  await runInsideVsCode(report, { extension: built, tests, kind: 'web', workspace: 'practice' });
}

/**
 * Opens one VS Code on a copy of a workspace, runs the tests in its extension host and adds their records to the report.
 *
 * VS Code reports success when the extension host dies or never starts, so the exit code proves nothing: a run without
 * its `end` record has failed.
 */
export async function runInsideVsCode(report: HostReport, launch: Launch): Promise<void> {
  const copy = copyWorkspace(launch.workspace);
  const scratch = mkdtempSync(join(tmpdir(), 'katapath-run-'));
  const records = join(scratch, 'records');
  writeFileSync(records, '');
  let read = 0;
  let hasEnded = false;
  let hasFailed = false;
  const addRecords = (text: string) => {
    for (const record of readRecords(text)) {
      hasEnded ||= record.kind === 'end';
      hasFailed ||= record.kind === 'fail';
      report.add(record);
    }
  };
  /** Whole lines only; the last may still be in the making. */
  const readFile = () => {
    const text = readFileSync(records, 'utf8');
    const end = text.lastIndexOf('\n') + 1;
    addRecords(text.slice(read, end));
    read = end;
  };
  const timer = setInterval(readFile, 200);
  try {
    const finished = await launchVsCode(launch, copy.open, scratch, {
      KATAPATH_SUITE: launch.suite,
      KATAPATH_ONLY: launch.only,
      KATAPATH_RECORDS: records,
      KATAPATH_DATA: join(scratch, 'progress'),
      KATAPATH_NODE: process.execPath,
    });
    readFile();
    addRecords(finished.output);
    const words = `${finished.signal ?? `exit code ${finished.code}`}`;
    const tail = finished.output.split('\n').slice(-30).join('\n');
    if (!hasEnded) report.addFailure(`VS Code on "${launch.workspace}" ended before its tests did (${words})`, tail);
    else if (finished.code !== 0 && !hasFailed)
      report.addFailure(`VS Code on "${launch.workspace}" ended badly (${words})`, tail);
  } finally {
    clearInterval(timer);
    copy.remove();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function launchVsCode(
  launch: Launch,
  open: string | undefined,
  scratch: string,
  environment: NodeJS.ProcessEnv,
): Promise<Finished> {
  const executable = await findExecutable();
  const options = {
    ...(executable ? { vscodeExecutablePath: executable } : { cachePath: join(cache, 'desktop') }),
    extensionDevelopmentPath: launch.extension,
    extensionTestsPath: launch.tests,
    extensionTestsEnv: environment,
    launchArgs: [
      ...(open ? [open] : []),
      '--disable-extensions',
      `--user-data-dir=${join(scratch, 'user')}`,
      `--extensions-dir=${join(scratch, 'extensions')}`,
      ...(launch.kind === 'web' ? ['--extensionDevelopmentKind=web'] : []),
    ],
  };
  return runProcess(process.execPath, [hostModule('suites/runTests'), JSON.stringify(options)], { limit: launchLimit });
}

/**
 * The VS Code to test in. `KATAPATH_DESKTOP` names a desktop executable, or says `1` to download one, as is usual
 * outside Linux; otherwise the stand-in beside ../vscode/code serves the same command line without a download.
 */
async function findExecutable(): Promise<string | undefined> {
  const chosen = process.env.KATAPATH_DESKTOP;
  if (chosen && chosen !== '1' && chosen !== '0') return chosen;
  const wantsDesktop = chosen ? chosen === '1' : process.platform !== 'linux';
  return wantsDesktop ? undefined : join(root, 'test', 'host', 'vscode', 'code');
}
