import type { Folder } from '../../ports.ts';
import { joinNames } from '../names.ts';
import { markerName, parseMarker, type KataMarker } from './marker.ts';

/** One kata folder of a workspace; `name` is relative to the workspace's folder, `''` when it is the kata itself. */
export interface KataFolder {
  readonly name: string;
  readonly marker: KataMarker;
}

const skipped = new Set(['node_modules', '__pycache__', 'dist', 'out', 'build', 'target', 'venv']);

/**
 * Every kata folder below a workspace folder, in name order, whatever they were renamed to. Hidden folders, folders of
 * packages and links are not entered; a kata holds no katas.
 */
export async function findKataFolders(workspace: Folder, { depth = 5 } = {}): Promise<KataFolder[]> {
  const walk = async (name: string, left: number): Promise<KataFolder[]> => {
    const entries = await workspace.list(name);
    if (entries.some((entry) => entry.kind === 'file' && entry.name === markerName)) {
      const folder = await readKataFolder(workspace, name);
      if (folder) return [folder];
    }
    if (left === 0) return [];
    const found: KataFolder[] = [];
    for (const entry of entries)
      if (entry.kind === 'folder' && !entry.name.startsWith('.') && !skipped.has(entry.name))
        found.push(...(await walk(joinNames(name, entry.name), left - 1)));
    return found;
  };
  return walk('', depth);
}

/** The kata folder at exactly this name, or undefined when there is none. */
export async function readKataFolder(workspace: Folder, name: string): Promise<KataFolder | undefined> {
  const text = await workspace.read(joinNames(name, markerName));
  const marker = text === undefined ? undefined : parseMarker(text);
  return marker && { name, marker };
}
