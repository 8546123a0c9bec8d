import { join, resolve } from 'node:path';
import { bundledCatalog, findKata } from '../../core/model/catalog.ts';
import { HumanError } from '../../core/errors.ts';
import { readKataFolder } from '../../core/katas/folder/find.ts';
import type { KataMarker } from '../../core/katas/folder/marker.ts';
import type { Kata } from '../../core/model/kata.ts';
import type { KataShelf } from '../../core/katas/shelf.ts';
import type { Folder } from '../../core/ports.ts';
import { diskFolder } from '../../node/diskFolder.ts';
import { diskShelf } from '../../node/diskShelf.ts';
import type { CliContext } from '../command.ts';

/** A started kata on disk. */
export interface KataOnDisk {
  readonly kata: Kata;
  readonly marker: KataMarker;
  /** Absolute. */
  readonly path: string;
  readonly folder: Folder;
  /** The kata's own files. */
  readonly content: Folder;
}

/** The kata in the folder that was named, or in the one the person stands in or below. */
export async function openKataFolder(context: CliContext, dir: string | undefined): Promise<KataOnDisk> {
  const asked = resolve(context.cwd, dir ?? '.');
  for (let path = asked; ; path = resolve(path, '..')) {
    const found = await readKataFolder(diskFolder(path), '');
    if (found) return open(context, path, found.marker);
    if (dir !== undefined || path === resolve(path, '..')) break;
  }
  throw new HumanError(`${asked} is not a kata folder.`, {
    next: 'Name one that "katapath kata start" wrote; it holds a file .katapath-kata.json.',
  });
}

async function open(context: CliContext, path: string, marker: KataMarker): Promise<KataOnDisk> {
  if (!findKata(bundledCatalog, marker.kata)) {
    throw new HumanError(`This version of Katapath does not know the kata "${marker.kata}" in ${path}.`, {
      next: 'Update Katapath, or start another kata.',
    });
  }
  const shelf = openShelf(context);
  const kata = await shelf.open(marker.kata);
  return { kata, marker, path, folder: diskFolder(path), content: shelf.contentOf(marker.kata) };
}

/** The katas that come with this program. */
export function openShelf({ packageRoot }: CliContext): KataShelf {
  return diskShelf(join(packageRoot, 'dist'));
}
