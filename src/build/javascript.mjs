// The JavaScript track of a kata, made once and kept in a cache: TypeScript and Prettier are slow to load. As a program it
// reads a folder's files from stdin and writes what is made of them to stdout, both as JSON.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '..', '..', 'node_modules', '.cache', 'katapath', 'javascript');

/**
 * What is made of a kata's files, or of a support library's: see `derive-javascript.mjs`.
 *
 * @param {Record<string, string>} files
 * @param {'deriveKata' | 'deriveSupport'} derive
 * @returns {Promise<Record<string, string>>}
 */
export function makeJavaScript(files, derive = 'deriveKata') {
  const place = join(cache, `${keyOf(files, derive)}.json`);
  const making = underWay.get(place) ?? makeOnce(place, files, derive);
  underWay.set(place, making);
  return making;
}

/** Several bundles are built at the same time, of the same katas. */
const underWay = new Map();

async function makeOnce(place, files, derive) {
  const known = readJson(place);
  if (known) return known;
  const made = await (await import('./derive-javascript.mjs'))[derive](files);
  keep(place, made);
  return made;
}

/** Everything the result hangs on: the texts, the tool itself, and the versions of what it calls. */
function keyOf(files, derive) {
  const hash = createHash('sha256')
    .update(derive)
    .update(readFileSync(join(here, 'derive-javascript.mjs')));
  hash.update(readFileSync(join(here, '..', '..', 'package.json')));
  for (const name of Object.keys(files).sort())
    if (/^(kata|expected)\.json$|^(support\/\w+\/)?typescript\//.test(name))
      hash.update(JSON.stringify([name, files[name]]));
  return hash.digest('hex').slice(0, 32);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whole or not at all: builds run side by side. A cache that cannot be written only costs time. */
function keep(place, made) {
  try {
    mkdirSync(cache, { recursive: true });
    const draft = `${place}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(made));
    renameSync(draft, place);
  } catch {
    // The next build makes it again.
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = JSON.parse(readFileSync(0, 'utf8'));
  try {
    process.stdout.write(JSON.stringify({ files: await makeJavaScript(files) }));
  } catch (error) {
    process.stdout.write(JSON.stringify({ error: error.message }));
  }
}
