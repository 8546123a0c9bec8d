import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { ContentProblem } from '../../core/katas/authoring/contentProblem.ts';
import { quoteSome } from '../../core/katas/authoring/quoteSome.ts';
import type { KataManifest } from '../../core/model/kata.ts';
import type { Files } from '../../core/runs/runner.ts';

/**
 * Whether the JavaScript track is what the TypeScript track gives: told once, however many files differ. Deriving needs TypeScript and Prettier, which only
 * the repository has; elsewhere the check is left out.
 */
export async function findStaleJavaScript(files: Files, packageRoot: string): Promise<readonly ContentProblem[]> {
  const script = join(packageRoot, 'src', 'build', 'derive-javascript.mjs');
  if (!existsSync(script) || !existsSync(join(packageRoot, 'node_modules', 'typescript'))) return [];
  const toProblem = (file: string, message: string): ContentProblem => ({
    file,
    code: 'KC126',
    severity: 'error',
    message,
    range: { start: 0, end: 0 },
  });
  try {
    const differing = await differingFiles(script, files);
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

/** Reads the files, writes the names; what went wrong is an `error`. */
const program = `
  import { text } from 'node:stream/consumers';
  const { differingFiles } = await import(process.argv[1]);
  const answer = differingFiles(JSON.parse(await text(process.stdin)));
  console.log(JSON.stringify(await answer.then((names) => ({ names }), ({ message }) => ({ error: message }))));
`;

/** A process of its own: the bundle is written for `require`, which loads no module of the repository. */
async function differingFiles(script: string, files: Files): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, pathToFileURL(script).href], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // A child that ends early is told by what it did not write.
  child.stdin.on('error', () => undefined).end(JSON.stringify(files));
  const output = await text(child.stdout);
  const answer = JSON.parse(output || '{"error":"the tool that derives it ended early"}') as Answer;
  if ('error' in answer) throw new Error(answer.error);
  return answer.names;
}

type Answer = { readonly names: readonly string[] } | { readonly error: string };
