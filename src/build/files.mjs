import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, as sorted forward-slash names relative to it; an absent folder has none. */
export function listFiles(root, folder = '') {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .flatMap((entry) => {
      const name = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? listFiles(root, name) : [name];
    })
    .sort();
}
