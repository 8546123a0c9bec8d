// Puts one deliberate fault after the other into the store and runs the suites that must notice it.
//
//     node test/faults/progress/mutate.mjs [id…]
//
// The fault is put in while bundling; no file of the project is touched. Ends with 1 when a fault went unnoticed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { catalogPlugin } from '../../../src/build/catalog.mjs';
import { schemasPlugin } from '../../../src/build/schemas.mjs';
import { sourceTextPlugin } from '../../../src/build/source-text.mjs';

const all = JSON.parse(readFileSync('test/faults/progress/mutants.json', 'utf8'));
const wanted = process.argv.slice(2);
const mutants = wanted.length > 0 ? all.filter(({ id }) => wanted.includes(id)) : all;

/** Replaces the one occurrence; a fault that fits nowhere or twice is a mistake in the list. */
function faultPlugin({ id, file, find, replace }) {
  return {
    name: 'fault',
    setup(context) {
      context.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (path !== resolve(file)) return undefined;
        const source = readFileSync(path, 'utf8');
        if (source.split(find).length !== 2) throw new Error(`${id}: "${find}" does not stand once in ${file}`);
        return { contents: source.replace(find, () => replace), loader: 'ts' };
      });
    },
  };
}

async function isNoticed(mutant) {
  const folder = mkdtempSync(join(tmpdir(), 'katapath-mutant-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  try {
    await build({
      entryPoints: mutant.suites.map((suite) => `test/${suite}.test.ts`),
      outbase: 'test',
      outdir: folder,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      outExtension: { '.js': '.mjs' },
      plugins: [faultPlugin(mutant), catalogPlugin(), schemasPlugin(), sourceTextPlugin()],
      logLevel: 'error',
    });
    const suites = mutant.suites.map((suite) => join(folder, `${suite}.test.mjs`));
    const args = [
      'node_modules/mocha/bin/mocha.js',
      '--no-config',
      '--bail',
      '--exit',
      '--timeout',
      '20000',
      ...suites,
    ];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 240_000 });
    return { noticed: status !== 0, by: /1\) (.+)\n/.exec(stdout)?.[1] ?? 'a timeout' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let missed = 0;
for (const mutant of mutants) {
  const { noticed, by } = await isNoticed(mutant);
  if (!noticed) missed++;
  console.log(`${noticed ? 'noticed ' : 'MISSED  '} ${mutant.id}${noticed ? `: ${by}` : ''}`);
}
console.log(`${mutants.length - missed} of ${mutants.length} faults noticed`);
process.exitCode = missed > 0 ? 1 : 0;
