// Builds every bundle. The bundles are the fence between the layers: a value import of `vscode` reachable from the
// command line, or of `node:fs` reachable from the web bundle, fails here.
import { copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename } from 'node:path';
import * as esbuild from 'esbuild';
import { catalogPlugin } from './src/build/catalog.mjs';
import { commonjsPlugin } from './src/build/commonjs.mjs';
import { listFiles } from './src/build/files.mjs';
import { noticesPlugin } from './src/build/notices.mjs';
import { schemasPlugin } from './src/build/schemas.mjs';
import { sourceTextPlugin } from './src/build/source-text.mjs';
import { withoutRunsPlugin } from './src/build/without-runs.mjs';

const flags = new Set(process.argv.slice(2));
/** Only test files whose path holds this; for a quick turn on one suite. */
const only = process.argv[process.argv.indexOf('--only') + 1 || process.argv.length] ?? '';
/** A folder of learning paths to build with instead of `katas/paths`. */
const paths = process.argv[process.argv.indexOf('--paths') + 1 || process.argv.length];
/** Where `dist/` and `out/` go; another place than the project lets two builds run side by side. */
const target = process.env.KATAPATH_OUT ? `${process.env.KATAPATH_OUT}/` : '';

/** Builds with a catalog of so many katas, by repeating what there is. */
const atLeast = Number(process.argv[process.argv.indexOf('--katas') + 1 || process.argv.length] ?? 0);
const catalog = (packs) => catalogPlugin({ paths, atLeast, packs });
const plugins = [schemasPlugin(), sourceTextPlugin(), noticesPlugin(`${target}dist/THIRD-PARTY-NOTICES.txt`)];

const shared = {
  bundle: true,
  plugins: [catalog(), ...plugins],
  loader: { '.css': 'text' },
  mainFields: ['module', 'main'],
  minify: flags.has('--minify'),
  sourcemap: flags.has('--minify') ? false : 'linked',
  sourcesContent: false,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * The two programs for Node. What both use is built once, and what is imported later is a file of its own, so that
 * neither an activation nor a command reads what it does not need.
 */
const programs = {
  entryPoints: ['src/extension.ts', 'src/cli.ts'],
  outdir: `${target}dist`,
  platform: 'node',
  format: 'esm',
  splitting: true,
  chunkNames: 'shared/[name]-[hash]',
  external: ['vscode'],
  metafile: true,
  // They read katas where this build writes them.
  plugins: [catalog(`${target}dist/katas`), ...plugins, commonjsPlugin()],
};

/** A browser's extension host reads one file. */
const web = {
  entryPoints: ['src/extension.web.ts'],
  plugins: [catalog(), ...plugins, withoutRunsPlugin()],
  outfile: `${target}dist/extension.web.js`,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
};

/** Fails when the command line can reach `vscode`, which only an editor has. */
function holdFence({ outputs }) {
  const reached = new Set();
  const follow = (name) => {
    if (reached.has(name) || !outputs[name]) return;
    reached.add(name);
    for (const { path, external } of outputs[name].imports) {
      if (external && path === 'vscode') throw new Error(`dist/cli.js reaches vscode through ${name}`);
      follow(path);
    }
  };
  follow(Object.keys(outputs).find((name) => name.endsWith('dist/cli.js')));
}

/** What a kata run starts as a process of its own: one file per toolchain, beside the bundles. */
const children = listFiles('src/node').map((name) => `src/node/${name}`);
const scriptChildren = children.filter((name) => /\.child\.ts$/.test(name));
const plainChildren = children.filter((name) => /\.py$/.test(name));

/** Tests stay one module each, so that a stack names its file; packages are loaded from node_modules. */
const tests = {
  entryPoints: listFiles('test')
    .filter(
      (name) =>
        /\.test\.ts$/.test(name) &&
        /^(core|node|cli|content|faults|hostile|host|ui)\//.test(name) &&
        name.includes(only),
    )
    .map((name) => `test/${name}`),
  outbase: 'test',
  outdir: `${target}out/test`,
  platform: 'node',
  format: 'esm',
  splitting: true,
  packages: 'external',
  outExtension: { '.js': '.mjs' },
};

/** What `npm run bench` runs: one module per measurement. */
const benches = {
  ...tests,
  entryPoints: listFiles('test/bench')
    .filter((name) => /^\w+\.ts$/.test(name))
    .map((name) => `test/bench/${name}`),
  outdir: `${target}out/bench`,
  outbase: 'test/bench',
  minify: false,
  sourcemap: 'linked',
};

/** Suites that run inside VS Code; the folder of a suite names the workspace it opens. */
const extensionSuites = {
  entryPoints: listFiles('test/extension')
    .filter((name) => name === 'index.ts' || (/\.test\.ts$/.test(name) && name.includes(only)))
    .map((name) => `test/extension/${name}`),
  outbase: 'test/extension',
  outdir: `${target}out/test/extension`,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  packages: 'external',
};

/** In the web worker nothing can be loaded later: mocha and every suite are one file. */
const webSuites = {
  stdin: {
    contents: ['index.ts', ...listFiles('test/web').filter((name) => /\.test\.ts$/.test(name))]
      .map((name) => `export * from './${name}';`)
      .join('\n'),
    resolveDir: 'test/web',
  },
  outfile: `${target}out/test/web/index.js`,
  platform: 'browser',
  format: 'iife',
  globalName: 'suites',
  // mocha's build for browsers takes `module` for itself where it sees one.
  banner: { js: 'const host = module; { let exports, module;' },
  footer: { js: '} host.exports = suites;' },
  external: ['vscode'],
  define: { global: 'globalThis', 'process.env.NODE_ENV': '"test"' },
};
const hostSuites = [
  ...(existsSync('test/extension/index.ts') ? [extensionSuites] : []),
  ...(existsSync('test/web/index.ts') ? [webSuites] : []),
];

async function build() {
  if (target) {
    mkdirSync(target, { recursive: true });
    for (const name of ['node_modules', 'schemas', 'media', 'package.json'])
      if (!existsSync(target + name)) symlinkSync(`${process.cwd()}/${name}`, target + name);
  }
  const wanted = [
    programs,
    web,
    ...scriptChildren.map((name) => ({
      entryPoints: [name],
      outfile: `${target}dist/${basename(name, '.ts')}.js`,
      platform: 'node',
      format: 'cjs',
    })),
    ...(flags.has('--tests') ? [tests, ...hostSuites] : []),
    ...(flags.has('--bench') ? [benches] : []),
  ];
  // Shared files are named after what they hold: those of an earlier build would stay, and be packaged.
  rmSync(`${target}dist`, { recursive: true, force: true });
  if (flags.has('--tests')) rmSync(`${target}out/test`, { recursive: true, force: true });
  for (const name of plainChildren) {
    mkdirSync(`${target}dist`, { recursive: true });
    copyFileSync(name, `${target}dist/${basename(name)}`);
  }
  if (!flags.has('--watch')) {
    const [built] = await Promise.all(wanted.map((options) => esbuild.build({ ...shared, ...options })));
    return holdFence(built.metafile);
  }
  const contexts = await Promise.all(
    wanted.map((options) => esbuild.context({ ...shared, ...options, logLevel: 'info' })),
  );
  return Promise.all(contexts.map((context) => context.watch()));
}

await build().catch((error) => {
  // esbuild has told of its own.
  if (!error.errors) console.error(error.message);
  process.exitCode = 1;
});
