import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './files.mjs';
import { readPacks, writePacks } from './katas.mjs';

const asJson = (value) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

/** What lists, trees and pickers show of a kata: `KataOutline`. All else is read when it is opened. */
function outline({ id, version, title, summary, topics, difficulty, minutes, requires, unlockAfter, stages, tracks }) {
  return {
    ...{ id, version, title, summary, topics, difficulty, minutes, requires, unlockAfter },
    stages: stages.map(({ id, title, kind, minutes }) => ({ id, title, kind, minutes })),
    tracks: Object.fromEntries(Object.keys(tracks).map((language) => [language, {}])),
  };
}

/** The same katas again under the names of those that paths are waiting for, then under numbers. */
function repeat(outlines, atLeast, paths) {
  const there = new Set(outlines.map(({ id }) => id));
  const items = paths.flatMap(({ steps }) => steps.flatMap((step) => step.items));
  const waiting = [...new Set(items.flatMap(({ kata }) => (kata && !there.has(kata) ? [kata] : [])))];
  const more = Array.from({ length: Math.max(0, atLeast - outlines.length) }, (_, index) => ({
    ...outlines[index % outlines.length],
    id: waiting[index] ?? `more-${index}`,
  }));
  return [...outlines, ...more];
}

/**
 * The module `katapath:catalog`: every path, and the outline of every kata. Computed at build time because the web host can
 * read a bundled file but not list folders, and because activation must not scan the disk. The katas themselves are
 * written to the folder `packs`, where one is named. Another folder of paths makes the product with other paths: tests walk
 * shorter ones. `atLeast` makes a catalog of so many katas, to measure what a larger one costs.
 */
export function catalogPlugin({ paths: pathsFolder = 'katas/paths', packs, atLeast = 0 } = {}) {
  return {
    name: 'catalog',
    setup(build) {
      build.onResolve({ filter: /^katapath:catalog$/ }, () => ({ path: 'catalog', namespace: 'katapath' }));
      build.onLoad({ filter: /^catalog$/, namespace: 'katapath' }, async () => {
        const paths = listFiles(pathsFolder)
          .filter((name) => /^[^/]+\.json$/.test(name))
          .map((name) => JSON.parse(readFileSync(join(pathsFolder, name), 'utf8')));
        const content = await readPacks();
        if (packs) writePacks(content, packs);
        const outlines = [...content.values()].flatMap((files) =>
          files['kata.json'] ? [outline(JSON.parse(files['kata.json']))] : [],
        );
        const katas = repeat(outlines, atLeast, paths).map((manifest) => ({ manifest }));
        return {
          // An engine reads a long JSON text faster than the same object written as code.
          contents: `export const paths = ${asJson(paths)};\nexport const katas = ${asJson(katas)};`,
          loader: 'js',
          watchFiles: listFiles('katas').map((name) => join(process.cwd(), 'katas', name)),
          watchDirs: ['paths', 'exercises', 'support'].map((name) => join(process.cwd(), 'katas', name)),
        };
      });
    },
  };
}
