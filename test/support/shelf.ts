import { join } from 'node:path';
import { diskShelf } from '../../src/node/diskShelf.ts';

/** The katas as this build ships them. */
export const builtShelf = diskShelf(join(process.env['KATAPATH_OUT'] ?? process.cwd(), 'dist'));
