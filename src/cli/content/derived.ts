import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ContentProblem } from '../../core/katas/authoring/contentProblem.ts';
import { quoteSome } from '../../core/katas/authoring/quoteSome.ts';
import type { KataManifest } from '../../core/model/kata.ts';
import type { Files } from '../../core/runs/runner.ts';

interface Deriver {
  differingFiles(files: Files): Promise<string[]>;
}

/**
 * Whether the JavaScript track is what the TypeScript track gives: told once, however many files differ. Deriving needs TypeScript and Prettier, which only
 * the repository has; elsewhere the check is left out.
 */
export async function findStaleJavaScript(files: Files, packageRoot: string): Promise<readonly ContentProblem[]> {
  const script = join(packageRoot, 'src', 'build', 'derive-javascript.mjs');
  if (!existsSync(script) || !existsSync(join(packageRoot, 'node_modules', 'typescript'))) return [];
  const { differingFiles } = (await import(pathToFileURL(script).href)) as Deriver;
  const toProblem = (file: string, message: string): ContentProblem => ({
    file,
    code: 'KC126',
    severity: 'error',
    message,
    range: { start: 0, end: 0 },
  });
  try {
    const differing = await differingFiles(files);
    const [first] = differing;
    if (first === undefined) return [];
    const { id } = JSON.parse(files['kata.json']!) as KataManifest;
    const next = `Run “npm run derive -- ${id}”.`;
    return [toProblem(first, `The TypeScript track gives something else for ${quoteSome(differing)}. ${next}`)];
  } catch (error) {
    return [
      toProblem('typescript/mutants.json', `The JavaScript track cannot be derived: ${(error as Error).message}.`),
    ];
  }
}
