import { lchownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Somebody on this system, by number. */
export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Makes a user the owner of a folder and everything in it. */
export function giveTo({ uid, gid }: User, folder: string): void {
  lchownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, entry), uid, gid);
}
