import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { catalogPlugin } from '../../../src/build/catalog.mjs';
import { schemasPlugin } from '../../../src/build/schemas.mjs';
import { HumanError } from '../../../src/core/errors.ts';

const folder = 'test/bench';

/**
 * `npm run bench -- <name> [arguments]`: runs `test/bench/<name>.ts`, bundled as the product is, and passes the rest on.
 * A bench is a module with `run(args)` that prints figures and answers an exit code.
 */
export async function run([name = '', ...args]: string[]): Promise<number> {
  if (!existsSync(`${folder}/${name}.ts`) || name === '') {
    const known = readdirSync(folder).filter((file) => file.endsWith('.ts'));
    throw new HumanError(name ? `There is no bench "${name}".` : 'Which bench?', {
      next: `Run one of: ${known.map((file) => `npm run bench -- ${file.slice(0, -3)}`).join(', ')}.`,
    });
  }
  const outfile = resolve('out/bench', `${name}.mjs`);
  await build({
    entryPoints: [`${folder}/${name}.ts`],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [catalogPlugin(), schemasPlugin()],
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  });
  const bench = (await import(pathToFileURL(outfile).href)) as { run(args: string[]): Promise<number> | number };
  return bench.run(args);
}
