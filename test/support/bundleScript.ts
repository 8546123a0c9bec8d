import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { catalogPlugin } from '../../src/build/catalog.mjs';
import { schemasPlugin } from '../../src/build/schemas.mjs';

/** Bundles a script for a child process of a test, as the product is bundled; answers the file to run with Node. */
export async function bundleScript(entry: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'katapath-script-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const outfile = join(folder, 'script.mjs');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [catalogPlugin(), schemasPlugin()],
    logLevel: 'warning',
  });
  return outfile;
}
