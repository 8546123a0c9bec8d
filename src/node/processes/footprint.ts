import { randomInt, randomUUID } from 'node:crypto';
import { accessSync, constants, readlinkSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { findProcess, type ProcessEntry } from './processTable.ts';

/** The environment variable that every process of a run inherits; its value names the run. */
export const runMark = 'KATAPATH_RUN';

/** A mark for one run of this program. */
export function createMark(): string {
  return `${process.pid}-${randomUUID()}`;
}

/**
 * What a run leaves on everything that it starts, so that it is found again wherever it went. No single one is enough:
 * a daemon leaves the session, clears its environment and closes what it inherited.
 *
 *   session and group     until it leaves them
 *   mark                  until it clears its environment
 *   streams               until it closes them
 *   resident limit        until it sets another: the kernel hands it on and, since Linux 2.4, does nothing with it
 */
export interface Footprint {
  /** The first process of the run. */
  readonly leader: number;
  readonly mark: string;
  readonly residentLimit?: number;
  /** When it began, as the process table counts; absent where there is none that we can read. */
  readonly since?: number;
  /** Its ends of the pipes to us: `socket:[4711]`. */
  readonly streams: readonly string[];
}

/** What a process shows beside its line in the process table. */
export interface Belongings {
  readonly environment: string;
  /** What its file descriptors are links to. */
  readonly open: readonly string[];
}

/** Whether the process table alone tells that a process belongs to the run. */
export function isTraceOf({ leader, residentLimit, since = Infinity }: Footprint, process: ProcessEntry): boolean {
  return process.since >= since && (process.session === leader || process.residentLimit === residentLimit);
}

/** Whether what it has tells so; that takes longer to find out. */
export function isTraceIn(
  { mark, since = Infinity, streams }: Footprint,
  process: ProcessEntry,
  { environment, open }: Belongings,
): boolean {
  if (process.since < since) return false;
  return `\0${environment}\0`.includes(`\0${runMark}=${mark}\0`) || open.some((link) => streams.includes(link));
}

/** A limit that no machine reaches and no other run has; a shell counts it in units of 1,024 bytes. */
const leastUnits = 2 ** 41;

/**
 * The words that start a program under a limit of its own, which everything it starts inherits. A shell sets it and is
 * gone: it replaces itself by the program. A program that cannot be started is left as it is, to fail in the usual way.
 */
export function withResidentLimit(words: readonly string[]): { words: readonly string[]; residentLimit?: number } {
  const program = words[0]!;
  if (process.platform !== 'linux' || !isAbsolute(program) || !mayRun(program) || !mayRun('/bin/sh')) return { words };
  const units = leastUnits + randomInt(leastUnits);
  return {
    words: ['/bin/sh', '-c', `ulimit -m ${units} 2>/dev/null; unset PWD OLDPWD SHLVL; exec "$@"`, 'katapath', ...words],
    residentLimit: units * 1024,
  };
}

function mayRun(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Takes the footprint of a run that was started in this turn of the loop, so that it cannot have changed anything yet. */
export function takeFootprint(leader: number, mark: string, residentLimit: number | undefined): Footprint {
  const since = findProcess(leader)?.since;
  return {
    leader,
    mark,
    ...(residentLimit !== undefined && { residentLimit }),
    ...(since !== undefined && { since }),
    streams: [0, 1, 2, 3].flatMap((descriptor) => readStream(leader, descriptor)),
  };
}

function readStream(id: number, descriptor: number): string[] {
  try {
    const link = readlinkSync(`/proc/${id}/fd/${descriptor}`);
    return /^(socket|pipe):/.test(link) ? [link] : [];
  } catch {
    return [];
  }
}
