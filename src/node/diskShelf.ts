import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KataShelf } from '../core/katas/shelf.ts';

/** The katas that a build wrote into its folder `dist`. */
export function diskShelf(dist: string): KataShelf {
  return new KataShelf((name) =>
    readFile(join(dist, 'katas', name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    }),
  );
}
