import { transform } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * `import text from './module.ts?source'`: the module as one JavaScript text, for code that runs beside a learner's and
 * not in the product. It stays an ordinary file, checked and linted; it may import nothing.
 */
export function sourceTextPlugin() {
  return {
    name: 'source-text',
    setup(build) {
      build.onResolve({ filter: /\?source$/ }, ({ path, importer }) => ({
        path: join(dirname(importer), path.slice(0, -'?source'.length)),
        namespace: 'source-text',
      }));
      build.onLoad({ filter: /.*/, namespace: 'source-text' }, async ({ path }) => {
        const { code } = await transform(await readFile(path, 'utf8'), {
          loader: 'ts',
          target: 'es2022',
          minify: true,
        });
        return { contents: `export default ${JSON.stringify(code)};`, loader: 'js', watchFiles: [path] };
      });
    },
  };
}
