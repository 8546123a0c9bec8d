import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleScript } from '../support/bundleScript.ts';
import { gitHistories } from '../faults/progress/gitHistories.ts';
import { killRounds, type KillReport } from '../faults/progress/killRounds.ts';
import { measureAppends } from './progress/appends.ts';
import { measureCommands } from './progress/commands.ts';
import { measureFollowing } from './progress/following.ts';
import { writeLongLog } from './progress/longLog.ts';
import { runMutants, runProperties } from './progress/suites.ts';
import { twoWindows } from './progress/windows.ts';

/**
 * `npm run bench -- progress`: how long a long log, an append and a change made elsewhere take.
 * `npm run bench -- progress kills 10000`, `… commands`, `… merges 500`, `… properties 1000` and `… faults` do what the suites do, that
 * many times; `… --full` all of it, which takes a quarter of an hour.
 */
export async function run([what, count]: string[]): Promise<number> {
  if (what === 'commands') return reportCommands(Number(count ?? 100_000)) ? 0 : 1;
  if (what === 'kills') return reportKills(Number(count ?? 500));
  if (what === 'merges') return reportMerges(Number(count ?? 500));
  if (what === 'properties') return reportProperties(Number(count ?? 1000));
  if (what === 'faults') return reportFaults();
  const isFine = [
    await reportLongLog(100_000),
    reportCommands(100_000),
    await reportWindows(10_000),
    await reportAppends(500),
    await reportFollowing(20),
  ];
  if (what === '--full') {
    for (const part of [() => reportKills(500), () => reportMerges(500), () => reportProperties(1000), reportFaults]) {
      isFine.push((await part()) === 0);
    }
  }
  return isFine.every(Boolean) ? 0 : 1;
}

async function reportLongLog(events: number): Promise<boolean> {
  const directory = mkdtempSync(join(tmpdir(), 'katapath-long-'));
  const script = await bundleScript('test/bench/progress/loadOnce.ts');
  writeLongLog(directory, events);
  const load = (...args: string[]) =>
    JSON.parse(execFileSync(process.execPath, [script, directory, ...args], { encoding: 'utf8' })) as Record<
      string,
      number
    >;
  const cold = load('close');
  const warm = [1, 2, 3, 4, 5].map(() => load());
  const at = (name: string) => median(warm.map((each) => each[name]!));
  rmSync(directory, { recursive: true });
  rmSync(join(script, '..'), { recursive: true });
  say(`${events.toLocaleString('en')} events, each start in a process of its own`);
  say(`  tree ready, from the checkpoint        ${ms(at('ready'))}   bound 200 ms`);
  say(`  tree ready, without a checkpoint       ${ms(cold['ready']!)}`);
  say(`  log read in the background             ${ms(at('read'))}`);
  say(`  every hash compared, in idle time      ${ms(at('verify'))}   ${cold['genuine']} genuine`);
  return at('ready') < 200;
}

function reportCommands(events: number): boolean {
  const { first, commands } = measureCommands(events, 7);
  say(`${events.toLocaleString('en')} events, whole commands beside the same with an empty log`);
  say(`  the first, which reads them            ${ms(first)}`);
  for (const { command, long, empty } of commands) {
    const times = `${(long / empty).toFixed(1)} × an empty log's ${ms(empty).trim()}`;
    say(`  katapath ${command.padEnd(30)}${ms(long)}   ${times}; bound 400 ms more`);
  }
  return commands.every(({ long, empty }) => long - empty < 400);
}

async function reportWindows(count: number): Promise<boolean> {
  const { present, expected, msEach, bareEach } = await twoWindows(count);
  say(`two windows, ${count.toLocaleString('en')} events each, every one synced`);
  say(`  present                                ${present} of ${expected}`);
  say(`  each                                   ${ms(msEach)}   bound 1 ms, process start included`);
  say(`  beside a bare append and sync          ${ms(bareEach)}   ${(msEach / bareEach).toFixed(1)} × that`);
  return present === expected && (msEach < 1 || msEach < 2 * bareEach);
}

async function reportAppends(count: number): Promise<boolean> {
  const { store, bare } = await measureAppends(count);
  say(`one append, ${count} times, beside a bare append and sync of the same bytes`);
  say(
    `  half of them                           ${ms(median(store))}   ${(median(store) / median(bare)).toFixed(1)} × the bare one`,
  );
  say(
    `  95 of 100                              ${ms(quantile(store, 0.95))}   ${(quantile(store, 0.95) / quantile(bare, 0.95)).toFixed(1)} × the bare one`,
  );
  return true;
}

async function reportFollowing(count: number): Promise<boolean> {
  const { window, git } = await measureFollowing(count);
  say(`a change made elsewhere, ${count} times, until the sidebar is told`);
  say(
    `  by another window                      ${ms(median(window))}   worst ${ms(Math.max(...window))}   bound 200 ms`,
  );
  say(`  by git                                 ${ms(median(git))}   worst ${ms(Math.max(...git))}   bound 200 ms`);
  return Math.max(median(window), median(git)) < 200;
}

/** A killed process is fifty kills: it writes in so many logs at once. Half of them while a line leaves in pieces. */
async function reportKills(kills: number): Promise<number> {
  const logs = Math.min(50, kills);
  let bad = 0;
  for (const mode of ['plain', 'pieces'] as const) {
    const words = ({
      kills,
      processes,
      acknowledged,
      lost,
      doubled,
      problems,
      quarantined,
      unacknowledged,
    }: KillReport) =>
      `${kills} kills (${mode}, ${processes} processes): ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, ${problems} bad lines; ` +
      `${quarantined} torn lines set aside, ${unacknowledged} events more than acknowledged`;
    const plan = { processes: Math.ceil(kills / 2 / logs), logs, mode };
    const report = await killRounds(plan, (soFar) => say(`  so far ${words(soFar)}`));
    say(words(report));
    bad += report.lost + report.doubled + report.problems;
  }
  return bad === 0 ? 0 : 1;
}

async function reportMerges(merges: number): Promise<number> {
  const report = await gitHistories({ merges, seed: 20_261_121 });
  say(`${report.merges} merges of ${report.events} events: ${report.conflicts} conflicts, ${report.lost} lost`);
  return report.conflicts + report.lost === 0 ? 0 : 1;
}

async function reportProperties(runs: number): Promise<number> {
  const { hold, fail } = await runProperties(runs);
  say(`${runs} runs of each property: ${hold} hold, ${fail} do not`);
  return fail === 0 ? 0 : 1;
}

async function reportFaults(): Promise<number> {
  const { words, isFine } = runMutants();
  say(`deliberate faults in the store: ${words}`);
  return isFine ? 0 : 1;
}

function say(line: string): void {
  console.log(line);
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0).padStart(7)} ms`;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)]!;
}
