// Outlives the program that started it by a moment, and ends the runs that it left behind.
//
//   host ──stdin──▶ supervisor      "+<process> <mark>" when a run begins, "-<process> <mark>" when it is over
//     └─▶ run (own group)           end of stdin: the host is gone, however it went
import { createInterface } from 'node:readline';
import { endGroup, endStrays } from './endTree.ts';

const runs = new Map<string, number>();

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const [, sign, leader, mark] = /^([+-])(\d+) (\S+)$/.exec(line) ?? [];
  if (sign === '+') runs.set(mark!, Number(leader));
  if (sign === '-') runs.delete(mark!);
});
lines.on('close', () => void endAll());

async function endAll(): Promise<void> {
  for (const leader of runs.values()) endGroup(leader);
  // Twice: what was being forked during the first look is there for the second.
  const marks = new Set(runs.keys());
  await endStrays(marks);
  await endStrays(marks);
  process.exit();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
