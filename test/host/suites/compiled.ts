import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The compiled test modules below a folder, sorted. */
export function listCompiledTests(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.m?js$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** The folders directly inside a folder, sorted. */
export function listFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
