import { join, resolve } from 'node:path';
import { bundledCatalog, findKata } from '../../core/model/catalog.ts';
import { HumanError } from '../../core/errors.ts';
import { readKataFolder } from '../../core/katas/folder/find.ts';
import type { KataMarker } from '../../core/katas/folder/marker.ts';
import type { Kata } from '../../core/model/kata.ts';
import { kataContent } from '../../core/katas/kataContent.ts';
import type { Folder } from '../../core/ports.ts';
import { diskFolder } from '../../node/diskFolder.ts';
import type { CliContext } from '../command.ts';

/** A started kata on disk. */
export interface KataOnDisk {
  readonly kata: Kata;
  readonly marker: KataMarker;
  /** Absolute. */
  readonly path: string;
  readonly folder: Folder;
  /** The kata's own files, `katas/exercises/<id>`. */
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

function open(context: CliContext, path: string, marker: KataMarker): KataOnDisk {
  const kata = findKata(bundledCatalog, marker.kata);
  if (!kata) {
    throw new HumanError(`This version of Katapath does not know the kata "${marker.kata}" in ${path}.`, {
      next: 'Update Katapath, or start another kata.',
    });
  }
  return { kata, marker, path, folder: diskFolder(path), content: exerciseFolder(context, kata) };
}

export function exerciseFolder(context: CliContext, kata: Kata): Folder {
  return kataContent(diskFolder(join(context.packageRoot, 'katas')), kata.manifest.id);
}
