import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** One process as Linux lists it. */
export interface ProcessEntry {
  readonly id: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** When it was started, in clock ticks since the machine came up. */
  readonly since: number;
  /** Its soft limit on resident memory, in bytes; a number too large to count in for none. */
  readonly residentLimit: number;
  /** It has ended, and only its parent has not asked how. */
  readonly isDead: boolean;
}

/** What is young is looked at in the same breath as the list: it may hop from process to process. */
const youngest = 32;

/**
 * Shows every process of the machine, about the newest first: the youngest at once, the others when their files were
 * read. Undefined for one that has gone since it was listed.
 */
export async function readProcesses(show: (entry: ProcessEntry | undefined) => void): Promise<void> {
  const ids = listIds();
  for (const id of ids.slice(0, youngest)) show(findProcess(id));
  await Promise.all(
    ids.slice(youngest).map(async (id) => {
      const text = await readFile(`/proc/${id}/stat`, 'latin1').catch(() => undefined);
      show(text === undefined ? undefined : readEntry(text));
    }),
  );
}

/** Ids are given in turn and begin again from the bottom; the last word of `loadavg` is the one given last. */
function listIds(): number[] {
  try {
    const ids = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? Number(name) : []));
    const last = Number(readFileSync('/proc/loadavg', 'latin1').trim().split(' ').at(-1));
    const isAfter = (id: number) => Number(id > last);
    return ids.sort((a, b) => isAfter(a) - isAfter(b) || b - a);
  } catch {
    return [];
  }
}

/** A single one, at once; undefined when it has gone. */
export function findProcess(id: number): ProcessEntry | undefined {
  try {
    return readEntry(readFileSync(`/proc/${id}/stat`, 'latin1'));
  } catch {
    return undefined;
  }
}

/** `4711 (name) S 1 4711 4711 0 …`: a name may hold spaces and brackets; proc(5) numbers the fields from 1. */
export function readEntry(stat: string): ProcessEntry {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const field = (number: number) => Number(fields[number - 3]);
  return {
    id: Number.parseInt(stat, 10),
    parent: field(4),
    group: field(5),
    session: field(6),
    since: field(22),
    residentLimit: field(25),
    isDead: fields[0] === 'Z' || fields[0] === 'X',
  };
}
