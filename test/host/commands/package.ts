import { cpSync, existsSync, lstatSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX, PackageManager } from '@vscode/vsce';
import { HumanError } from '../../../src/core/errors.ts';
import { endOnSignals, runProcess } from '../machine/processes.ts';
import { built, root } from '../paths.ts';
import { findPackagingProblems } from '../packaging/problems.ts';
import { listArchive } from '../packaging/archive.ts';

/** `npm run package`: a minified build as `katapath.vsix`. */
export async function run(): Promise<number> {
  endOnSignals();
  const file = await packageExtension(join(root, 'katapath.vsix'));
  console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(2)} MB, ${listArchive(file).length} files`);
  return 0;
}

/** What stands in the package beside the bundles. */
const besideBundles = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'media', 'schemas', 'snippets'];

/** Builds and packs in a folder of its own, so that the bundles of `npm run watch` stay what they are. */
export async function packageExtension(file = join(built, 'out', 'katapath.vsix')): Promise<string> {
  const stage = join(built, 'out', 'package');
  rmSync(stage, { recursive: true, force: true });
  const bundled = await runProcess(process.execPath, ['esbuild.mjs', '--minify'], {
    env: { ...process.env, KATAPATH_OUT: stage },
  });
  if (bundled.code !== 0)
    throw new HumanError('The extension does not build.', {
      next: `Mend this, then package again:\n${bundled.output}`,
    });
  removeLinks(stage);
  for (const name of [...besideBundles, '.vscodeignore'])
    if (existsSync(join(root, name))) cpSync(join(root, name), join(stage, name), { recursive: true });

  const manifest = JSON.parse(readFileSync(join(stage, 'package.json'), 'utf8'));
  refuse(findPackagingProblems({ manifest, files: besideBundles.filter((name) => existsSync(join(stage, name))) }));
  await packQuietly(stage, file);
  refuse(findPackagingProblems({ manifest, files: listArchive(file), isPacked: true }));
  return file;
}

/** A build into another folder links the project's folders there; a package takes copies. */
function removeLinks(folder: string): void {
  for (const name of readdirSync(folder))
    if (lstatSync(join(folder, name)).isSymbolicLink()) rmSync(join(folder, name));
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new HumanError(`The package is not made:\n${problems.map((it) => `  ${it}`).join('\n')}`, {
    next: 'Mend them, then package again.',
  });
}

/** vsce tells its news on the console; only its warnings and its refusal matter here. */
async function packQuietly(cwd: string, packagePath: string): Promise<void> {
  const { log, warn } = console;
  console.log = (...words: unknown[]) => /WARN|ERR/.test(String(words[0])) && log(...words);
  console.warn = (...words: unknown[]) => words.join(' ').includes('should bundle your extension') || warn(...words);
  try {
    await createVSIX({
      cwd,
      packagePath,
      packageManager: PackageManager.None,
      dependencies: false,
      allowMissingRepository: true,
      skipLicense: false,
    } as Parameters<typeof createVSIX>[0]);
  } finally {
    Object.assign(console, { log, warn });
  }
}
