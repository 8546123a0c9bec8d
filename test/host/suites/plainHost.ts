import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanEnvironment, runProcess } from '../machine/processes.ts';
import { built, hostModule } from '../paths.ts';
import { readRecords } from '../report/records.ts';
import type { HostReport } from '../report/report.ts';
import { listCompiledTests } from './compiled.ts';

/** Runs a folder of tests with mocha in plain Node, its files dealt out to this many processes. */
export async function runPlainHost(report: HostReport, timeout: number, processes = 1): Promise<void> {
  const files = listCompiledTests(join(built, 'out', 'test', report.host));
  const hands = Array.from({ length: processes }, (_, hand) =>
    files.filter((_file, index) => index % processes === hand),
  );
  await Promise.all(hands.filter((hand) => hand.length > 0).map((hand) => runFiles(report, timeout, hand)));
}

async function runFiles(report: HostReport, timeout: number, files: readonly string[]): Promise<void> {
  const args = ['--enable-source-maps', hostModule('suites/runMocha'), String(timeout), ...files];
  // No test ever sees the progress of the person who runs it.
  const progress = mkdtempSync(join(tmpdir(), 'katapath-progress-'));
  let rest = '';
  let hasEnded = false;
  const finished = await runProcess(process.execPath, args, {
    env: cleanEnvironment({ KATAPATH_DATA: progress }),
    onOutput: (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const record of readRecords(lines.join('\n'))) {
        hasEnded ||= record.kind === 'end';
        report.add(record);
      }
    },
  });
  rmSync(progress, { recursive: true, force: true, maxRetries: 3 });
  if (!hasEnded)
    report.addFailure(
      `${report.host} ended before its tests did (${finished.signal ?? `exit code ${finished.code}`})`,
      finished.output.split('\n').slice(-30).join('\n'),
    );
}
