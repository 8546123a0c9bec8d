import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listFiles } from './files.mjs';
import { makeJavaScript } from './javascript.mjs';

/**
 * Every kata and support library as learners get it, with the JavaScript that is made of its TypeScript.
 *
 * @returns {Promise<Map<string, Record<string, string>>>} files by name, by pack: `raft`, `support/simulator`
 */
export async function readPacks(root = 'katas') {
  const packs = new Map();
  for (const name of listFiles(root).filter((file) => !/(^|\/)(\.|__pycache__|node_modules)/.test(file))) {
    const [, pack, file] = /^(?:exercises\/)?(support\/[^/]+|[^/]+)\/(.+)$/.exec(name) ?? [];
    if (!pack || !/^(exercises|support)\//.test(name)) continue;
    packs.set(pack, { ...packs.get(pack), [file]: readFileSync(join(root, name), 'utf8') });
  }
  for (const [pack, files] of packs) {
    const isLibrary = pack.startsWith('support/');
    if (!isLibrary && !files['kata.json']) packs.delete(pack);
    else packs.set(pack, { ...files, ...(await makeJavaScript(files, isLibrary ? 'deriveSupport' : 'deriveKata')) });
  }
  return packs;
}

/** Writes each pack as one file that `KataShelf` opens: JSON, deflated. The same texts give the same bytes anywhere. */
export function writePacks(packs, folder) {
  for (const [pack, files] of packs) {
    const file = join(folder, `${pack}.pack`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, toBytes(files));
  }
}

function toBytes(files) {
  const names = Object.keys(files).sort((one, other) => compare(nearTwins(one), nearTwins(other)));
  const bytes = gzipSync(JSON.stringify(Object.fromEntries(names.map((name) => [name, files[name]]))), { level: 9 });
  // The system that made it, which is no concern of whoever reads it.
  bytes[9] = 255;
  return bytes;
}

const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** Files that say nearly the same stand side by side, and are told as what differs. */
const nearTwins = (name) => `${name.replace(/^(typescript|javascript)\//, 'script/').replace(/\.[tj]s$/, '')} ${name}`;
