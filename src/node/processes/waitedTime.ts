import { readdir, readFile } from 'node:fs/promises';

/**
 * Milliseconds that a group of processes has been ready to run and had to wait for a processor; undefined where the
 * system does not tell. What its threads waited at the same time counts for each.
 *
 * Linux keeps the nanoseconds as the second figure of `/proc/<pid>/task/<thread>/schedstat`
 * (Documentation/scheduler/sched-stats.rst).
 */
export async function readWaitedTime(group: number): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const members = await Promise.all(ids.map(async (id) => ((await groupOf(id)) === group ? [id] : [])));
  const times = await Promise.all(members.flat().map(waitedIn));
  const known = times.flat().filter(Number.isFinite);
  return known.length > 0 ? known.reduce((sum, time) => sum + time, 0) : undefined;
}

/** The name of a program may hold spaces and brackets; what is wanted comes after the last of them. */
async function groupOf(id: string): Promise<number> {
  const stat = await readFile(`/proc/${id}/stat`, 'latin1').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
}

async function waitedIn(id: string): Promise<number[]> {
  const threads = await readdir(`/proc/${id}/task`).catch(() => []);
  return Promise.all(
    threads.map(async (thread) => {
      const text = await readFile(`/proc/${id}/task/${thread}/schedstat`, 'latin1').catch(() => '');
      return Number(text.split(' ')[1]) / 1e6;
    }),
  );
}
