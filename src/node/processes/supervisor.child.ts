// Outlives the program that started it by a moment, and cleans up what that left behind.
//
//   host ──stdin──▶ supervisor      a line of JSON when a run begins or is over, a folder is made or removed
//     └─▶ run (own group)           end of stdin: the host is gone, however it went
import { createInterface } from 'node:readline';
import { endStrays } from './endStrays.ts';
import { endGroup } from './endTree.ts';
import type { Footprint } from './footprint.ts';
import { removeFolder } from './removeFolder.ts';
import { removeAbandonedFolders } from './runFolder.ts';

export type SupervisorMessage =
  { readonly began: Footprint } | { readonly ended: string } | { readonly made: string } | { readonly removed: string };

const runs = new Map<string, Footprint>();
const folders = new Set<string>();

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const message = JSON.parse(line) as SupervisorMessage;
  if ('began' in message) runs.set(message.began.mark, message.began);
  else if ('ended' in message) runs.delete(message.ended);
  else if ('made' in message) folders.add(message.made);
  else folders.delete(message.removed);
});
lines.on('close', () => void cleanUp());

async function cleanUp(): Promise<void> {
  for (const { leader } of runs.values()) endGroup(leader);
  await endStrays([...runs.values()]);
  await Promise.all([...folders].map(removeFolder));
  await abandoned;
  process.exit();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const abandoned = removeAbandonedFolders(process.argv[2]!);
