import { spawnSync } from 'node:child_process';
import type { User } from '../host/machine/users.ts';

/** Root may read and write everything, so what is forbidden is tried as nobody. Undefined where tests run as a person. */
export const ordinaryUser: User | undefined = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

/** Does something with the rights of an ordinary user, and has root's again after it. */
export async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (!ordinaryUser) return work();
  process.setegid!(ordinaryUser.gid);
  process.seteuid!(ordinaryUser.uid);
  try {
    return await work();
  } finally {
    process.seteuid!(0);
    process.setegid!(0);
  }
}

/** Whether a user can read a file: the way to it may lead through somebody's home. */
export function canRead(user: User, file: string): boolean {
  const script = 'require("node:fs").accessSync(process.argv[1])';
  return spawnSync(process.execPath, ['-e', script, file], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
