import { readdir, readFile, readlink } from 'node:fs/promises';
import { endAtOnce } from './endTree.ts';
import { type Belongings, type Footprint, isTraceIn, isTraceOf } from './footprint.ts';
import { findProcess, type ProcessEntry, readProcesses } from './processTable.ts';

/** What forks faster than it is ended is given up after this. */
const mostMs = 5000;
/** Looks during which something came or went before it could be looked at; a busy machine has many such. */
const mostUnclear = 10;
/** A process that was told to go needs a moment. */
const betweenLooksMs = 5;

/**
 * Ends what left its group on purpose (a daemon, a detached grandchild) but still shows a trace of one of these runs.
 * Resolves when there is nothing of that kind. Only Linux lets us look; elsewhere the group is all we can reach.
 */
export async function endStrays(footprints: readonly Footprint[]): Promise<void> {
  if (process.platform !== 'linux' || footprints.length === 0) return;
  const givenUpAt = Date.now() + mostMs;
  const seen = new Set<number>();
  for (let unclear = 0; unclear < mostUnclear && Date.now() < givenUpAt;) {
    const { strays, isClear } = await look(footprints, seen);
    if (strays === 0 && isClear) return;
    unclear = strays === 0 ? unclear + 1 : 0;
    if (strays > 0) await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
  }
}

/**
 * Goes through the process table once and ends each stray as soon as it is seen: what hops from process to process is
 * elsewhere in a moment. Answers how many there were, those that had just ended by themselves among them: they may have
 * started another one. What has ended is in the table for good where nobody asks for it, so it counts once.
 */
async function look(
  footprints: readonly Footprint[],
  seen: Set<number>,
): Promise<{ strays: number; isClear: boolean }> {
  const ours = findProcess(process.pid)?.session;
  const first = Math.min(...footprints.map(({ since = Infinity }) => since));
  const strays = new Set<number>();
  const others: ProcessEntry[] = [];
  let isClear = true;

  function end({ id, group, session, isDead }: ProcessEntry): void {
    if (isDead && seen.has(id)) return;
    seen.add(id);
    strays.add(id);
    if (isDead) return;
    // The group first, in one stroke. Every session that a run can be in was made by it, so nobody else is in there.
    if (session !== ours && group > 1) endAtOnce(-group);
    endAtOnce(id);
  }

  await readProcesses((entry) => {
    if (!entry) isClear = false;
    else if (entry.since < first || entry.id === process.pid) return;
    else if (footprints.some((footprint) => isTraceOf(footprint, entry))) end(entry);
    else if (!entry.isDead) others.push(entry);
  });
  await Promise.all(
    others.map(async (entry) => {
      const belongings = await readBelongings(entry.id);
      if (footprints.some((footprint) => isTraceIn(footprint, entry, belongings))) end(entry);
    }),
  );
  // Their children are strays whatever they look like. What is added to the set while it is walked is walked, too.
  for (const parent of strays)
    for (const entry of others) if (entry.parent === parent && !strays.has(entry.id)) end(entry);
  return { strays: strays.size, isClear };
}

async function readBelongings(id: number): Promise<Belongings> {
  const [environment, descriptors] = await Promise.all([
    readFile(`/proc/${id}/environ`, 'latin1').catch(() => ''),
    readdir(`/proc/${id}/fd`).catch(() => []),
  ]);
  const open = await Promise.all(descriptors.map((name) => readlink(`/proc/${id}/fd/${name}`).catch(() => '')));
  return { environment, open };
}
