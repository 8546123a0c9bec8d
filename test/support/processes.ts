import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { bundleScript } from './bundleScript.ts';
import { dist } from './runs.ts';

/** What a host of this id has started and is still there, as `id: command`. Only Linux tells. */
export async function runsAlive(host: number): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id) => {
      const environment = await readFile(`/proc/${id}/environ`, 'latin1').catch(() => '');
      if (!environment.split('\0').some((entry) => entry.startsWith(`KATAPATH_RUN=${host}-`))) return [];
      const command = await readFile(`/proc/${id}/cmdline`, 'latin1').catch(() => '');
      return [`${id}: ${command.replaceAll('\0', ' ')}`];
    }),
  );
  return found.flat();
}

/** Waits until nothing of a host is left; answers what is left after a long wait. */
export async function runsLeft(host: number): Promise<string[]> {
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await runsAlive(host)).length === 0) return [];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return runsAlive(host);
}

/** A program with hanging runs, one of them in each language, and a child that waits. End it by its id. */
export async function startAbandonedHost(
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildProcess & { readonly pid: number }> {
  const script = await bundleScript('test/support/abandonedHost.ts');
  const host = spawn(process.execPath, [script, dist], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  await new Promise((resolve, reject) => {
    host.stdout.once('data', resolve);
    host.once('exit', () => reject(new Error('The host ended before its runs had begun.')));
  });
  return host as ChildProcess & { readonly pid: number };
}
