import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './files.mjs';

const readJson = (name) => JSON.parse(readFileSync(join('katas', name), 'utf8'));

const asJson = (value) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

function catalog(pathsFolder) {
  const files = listFiles('katas').filter((name) => !/(^|\/)(\.|__pycache__|node_modules)/.test(name));
  const paths = listFiles(pathsFolder)
    .filter((name) => /^[^/]+\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(pathsFolder, name), 'utf8')));
  const katas = files
    .filter((name) => /^exercises\/[^/]+\/kata\.json$/.test(name))
    .map((name) => {
      const folder = name.slice(0, -'kata.json'.length);
      const own = files.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length));
      const manifest = readJson(name);
      const shared = (manifest.uses ?? []).flatMap((library) =>
        files.filter((file) => new RegExp(`^support/${library}/(README\\.md$|[^/]+/)`).test(file)),
      );
      return { manifest, files: [...own, ...shared] };
    });
  return { paths, katas, files };
}

/**
 * The module `katapath:catalog`: every path and kata manifest, and the names of each kata's files.
 * Computed at build time because the web host can read a bundled file but not list folders, and because activation
 * must not scan the disk. Another folder of paths makes the product with other paths: tests walk shorter ones.
 */
export function catalogPlugin(pathsFolder = 'katas/paths') {
  return {
    name: 'catalog',
    setup(build) {
      build.onResolve({ filter: /^katapath:catalog$/ }, () => ({ path: 'catalog', namespace: 'katapath' }));
      build.onLoad({ filter: /^catalog$/, namespace: 'katapath' }, () => {
        const { paths, katas, files } = catalog(pathsFolder);
        return {
          // An engine reads a long JSON text faster than the same object written as code.
          contents: `export const paths = ${asJson(paths)};\nexport const katas = ${asJson(katas)};`,
          loader: 'js',
          watchFiles: files.filter((name) => name.endsWith('.json')).map((name) => join(process.cwd(), 'katas', name)),
          watchDirs: ['paths', 'exercises', 'support'].map((name) => join(process.cwd(), 'katas', name)),
        };
      });
    },
  };
}
