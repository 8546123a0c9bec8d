import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { transform } from 'esbuild';

/**
 * Writes what esbuild split as CommonJS. esbuild splits only modules, and an extension host asks another thread about each
 * import of a module: the files of a start load in half the time by `require`.
 */
export function commonjsPlugin() {
  return {
    name: 'commonjs',
    setup({ initialOptions, onEnd }) {
      initialOptions.write = false;
      const { minify, sourcemap, sourcesContent, target, legalComments } = initialOptions;
      const options = { minify, sourcemap: sourcemap && 'inline', sourcesContent, target, legalComments };
      onEnd(async ({ errors, outputFiles }) => {
        if (errors.length > 0) return;
        const texts = new Map(outputFiles.map(({ path, text }) => [path, text]));
        const modules = [...texts.keys()].filter((path) => path.endsWith('.js'));
        const found = await Promise.all(
          modules.map(async (path) => {
            const { code, warnings } = await transform(withMap(texts.get(path), texts.get(`${path}.map`)), {
              ...options,
              format: 'cjs',
              platform: 'node',
              // What is imported later goes by `require` too.
              supported: { 'dynamic-import': false },
              sourcefile: path,
            });
            await mkdir(dirname(path), { recursive: true });
            await writeFile(path, code, { mode: code.startsWith('#!') ? 0o755 : 0o644 });
            return warnings;
          }),
        );
        // What only a module has, such as `import.meta`, would be empty.
        return { errors: found.flat() };
      });
    },
  };
}

/** With its map inside, where the next step looks for it: a stack still names the line that somebody wrote. */
function withMap(code, map) {
  if (map === undefined) return code;
  const data = Buffer.from(map).toString('base64');
  return code.replace(/\/\/# sourceMappingURL=.*\s*$/, `//# sourceMappingURL=data:application/json;base64,${data}\n`);
}
