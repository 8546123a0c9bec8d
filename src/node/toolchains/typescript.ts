import { join } from 'node:path';
import { transform } from 'sucrase';
import type { Files } from '../../core/runs/runner.ts';
import { childToolchain } from '../harness/childToolchain.ts';
import { CompileTrouble } from '../harness/childLanguage.ts';
import { countScriptStatements } from '../harness/script/scriptCoverage.ts';
import { explainScriptTrouble, scriptCommand, scriptResidentMb } from '../harness/script/scriptLanguage.ts';
import { withLineMap } from '../harness/script/lineMap.ts';
import { nodeProgram } from '../programs/node.ts';

/**
 * Types are taken out here and not by Node: some builds of it cannot, and none accepts enums and parameter properties.
 * Every statement keeps its line, so that stacks and breakpoints need no map.
 */
export const typescript = childToolchain({
  language: 'typescript',
  program: nodeProgram,
  command: scriptCommand,
  residentMb: scriptResidentMb,
  countStatements: countScriptStatements,
  prepare: translateAll,
  prepareDebug: (files, root) =>
    Object.fromEntries(
      Object.entries(translateAll(files)).map(([name, code]) => [
        name,
        isTypeScript(name) ? withLineMap(code, join(root, name)) : code,
      ]),
    ),
  explain: (trouble, files) => explainScriptTrouble(trouble, translateAll(files)),
});

function translateAll(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, isTypeScript(name) ? translate(name, text) : text]),
  );
}

const isTypeScript = (name: string) => /\.[cm]?ts$/.test(name);

/** What was translated lately: the tests of a kata are the same from one save to the next. */
const known = new Map<string, string>();
const mostKnown = 200;

function translate(name: string, text: string): string {
  const key = `${name}\0${text}`;
  const ready = known.get(key);
  if (ready !== undefined) return ready;
  const code = stripTypes(name, text);
  if (known.size >= mostKnown) known.delete(known.keys().next().value!);
  known.set(key, code);
  return code;
}

function stripTypes(file: string, text: string): string {
  try {
    return transform(text, { transforms: ['typescript'], disableESTransforms: true, keepUnusedImports: false }).code;
  } catch (error) {
    const { message, loc } = error as { message: string; loc?: { line: number; column: number } };
    const words = message.replace(/^Error transforming .*?: /, '').replace(/ \(\d+:\d+\)$/, '');
    const [, line, column] = /\((\d+):(\d+)\)$/.exec(message) ?? [];
    const place = { file, line: loc?.line ?? Number(line ?? 1), column: loc?.column ?? Number(column ?? 1) };
    throw new CompileTrouble({ kind: 'compile', message: words, place });
  }
}
