import { join } from 'node:path';
import { parse } from 'acorn';
import type { Limits } from '../../../core/model/kata.ts';
import type { Trouble } from '../../../core/runs/observation.ts';
import type { Files } from '../../../core/runs/runner.ts';
import type { Command } from '../../processes/running.ts';
import type { FoundProgram } from '../../programs/program.ts';

/** A child that runs JavaScript modules. */
export function scriptCommand({ program, args, env }: FoundProgram, { memoryMb }: Limits, dist: string): Command {
  const flags = [`--max-old-space-size=${memoryMb}`, '--experimental-vm-modules', '--no-warnings'];
  return { program, args: [...args, ...flags, join(dist, 'script.child.js')], env, channel: 3 };
}

/** The heap that the learner's code may fill, and what Node itself holds beside it. */
export function scriptResidentMb({ memoryMb }: Limits): number {
  return memoryMb + 160;
}

/**
 * V8 says neither where a syntax error stands in a module nor which file lacks an export. Both are looked up here, only
 * when it has happened. `code` is what the child loaded.
 */
export function explainScriptTrouble(trouble: Trouble, code: Files): Trouble {
  if (trouble.kind !== 'compile' || trouble.place) return trouble;
  const [, specifier, name] = /module '([^']+)' does not provide an export named '([^']+)'/.exec(trouble.message) ?? [];
  if (specifier) {
    const file = specifier.replace(/^(\.\.?\/)+/, '');
    return { ...trouble, message: `${file} does not export “${name}”`, place: { file, line: 1 } };
  }
  for (const [file, text] of Object.entries(code)) {
    const error = /\.[cm]?[jt]s$/.test(file) ? syntaxErrorOf(text) : undefined;
    if (error) return { ...trouble, message: error.message, place: { file, line: error.line, column: error.column } };
  }
  return trouble;
}

function syntaxErrorOf(text: string): { message: string; line: number; column: number } | undefined {
  try {
    parse(text, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true });
    return undefined;
  } catch (error) {
    const { message, loc } = error as { message: string; loc?: { line: number; column: number } };
    if (!loc) return undefined;
    return { message: message.replace(/ \(\d+:\d+\)$/, ''), line: loc.line, column: loc.column + 1 };
  }
}
