import { build as bundle, transform } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * `import text from './module.ts?source'`: the module as one JavaScript text, for code that runs beside a learner's and
 * not in the product. It stays an ordinary file, checked and linted; it may import nothing. `?bundled` is a module with
 * all that it imports, as a script for a page that stands alone.
 */
export function sourceTextPlugin() {
  return {
    name: 'source-text',
    setup(build) {
      build.onResolve({ filter: /\?(source|bundled)$/ }, ({ path, importer }) => {
        const [name, kind] = path.split('?');
        return { path: join(dirname(importer), name), namespace: `text-${kind}` };
      });
      build.onLoad({ filter: /.*/, namespace: 'text-source' }, async ({ path }) => {
        const { code } = await transform(await readFile(path, 'utf8'), {
          loader: 'ts',
          target: 'es2022',
          minify: true,
        });
        return toModule(code, [path]);
      });
      build.onLoad({ filter: /.*/, namespace: 'text-bundled' }, async ({ path }) => {
        const { outputFiles, metafile } = await bundle({
          entryPoints: [path],
          bundle: true,
          write: false,
          metafile: true,
          minify: true,
          format: 'iife',
          target: 'es2022',
          legalComments: 'none',
          absWorkingDir: process.cwd(),
        });
        return toModule(
          // What would end the element that a page has it in.
          outputFiles[0].text.replaceAll('</script', '<\\/script'),
          Object.keys(metafile.inputs).map((name) => join(process.cwd(), name)),
        );
      });
    },
  };
}

function toModule(text, watchFiles) {
  return { contents: `export default ${JSON.stringify(text)};`, loader: 'js', watchFiles };
}
