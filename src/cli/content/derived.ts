import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ContentProblem } from '../../core/katas/authoring/contentProblem.ts';
import type { Files } from '../../core/runs/runner.ts';

interface Made {
  /** The JavaScript track, and the manifest with it; empty where there is nothing to make. */
  readonly derived: Files;
  readonly problems: readonly ContentProblem[];
}

const nothing: Made = { derived: {}, problems: [] };

/**
 * The JavaScript track that the build would make of a kata's TypeScript. That takes TypeScript and Prettier, which only the
 * repository has; elsewhere a kata is checked as it is written.
 */
export async function makeJavaScript(files: Files, packageRoot: string): Promise<Made> {
  const script = join(packageRoot, 'src', 'build', 'javascript.mjs');
  const isThere = existsSync(script) && existsSync(join(packageRoot, 'node_modules', 'typescript'));
  if (!isThere || !hasTypeScript(files)) return nothing;
  const answer = await runScript(script, JSON.stringify(files));
  if ('files' in answer) return { derived: answer.files, problems: [] };
  const message = `No JavaScript track can be made: ${answer.error}.`;
  const range = { start: 0, end: 0 };
  return {
    derived: {},
    problems: [{ file: 'typescript/mutants.json', code: 'KC126', severity: 'error', message, range }],
  };
}

/** What is wrong with a manifest is told elsewhere. */
function hasTypeScript(files: Files): boolean {
  try {
    const { tracks } = JSON.parse(files['kata.json'] ?? '') as { tracks?: { typescript?: unknown } };
    return tracks?.typescript !== undefined;
  } catch {
    return false;
  }
}

/** A process of its own: a bundle cannot load a module of the repository, and the compiler is large. */
async function runScript(script: string, input: string): Promise<{ files: Files } | { error: string }> {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  // A child that ends early is told by what it did not write.
  child.stdin.on('error', () => undefined).end(input);
  const output = await text(child.stdout);
  return output === '' ? { error: 'the tool that makes it has ended early' } : JSON.parse(output);
}
