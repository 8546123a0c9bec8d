import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { schemas } from 'katapath:schemas';
import { checkPaths, countItems, pathCodes, type PathProblem } from '../../core/catalog/checkPaths.ts';
import { bundledProfiles } from '../../core/documents/profiles/bundled.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { HumanError } from '../../core/errors.ts';
import { placeOf, type Place } from '../place.ts';

export type PlacedPathProblem = PathProblem & Place;

export interface PathsReport extends ReturnType<typeof countItems> {
  readonly paths: number;
  readonly problems: readonly PlacedPathProblem[];
}

/** Where the paths stand that belong to a folder of katas; undefined where there are none. */
export function findPathsFolder(exercises: string): string | undefined {
  const folder = join(exercises, '..', 'paths');
  return existsSync(folder) ? folder : undefined;
}

/** Checks every path of a folder, alone and together. */
export function checkPathsFolder(folder: string, cwd: string): PathsReport {
  const texts: Record<string, string> = {};
  const nameOf = (path: string) => relative(cwd, path).replaceAll('\\', '/');
  for (const name of readdirSync(folder).sort())
    if (name.endsWith('.json')) texts[nameOf(join(folder, name))] = readFileSync(join(folder, name), 'utf8');
  if (Object.keys(texts).length === 0)
    throw new HumanError(`“${folder}” holds no path.`, {
      next: 'A path is a JSON file; see schemas/path.schema.json.',
    });
  const katas = new Set(foldersIn(join(folder, '..', 'exercises')));
  const { paths, problems } = checkPaths(texts, {
    katas,
    profiles: new Set(bundledProfiles.map(({ id }) => id)),
    artifacts: new Set(
      Object.keys(schemas).flatMap((name) => (name.startsWith('artifacts/') ? [name.slice('artifacts/'.length)] : [])),
    ),
  });
  return {
    paths: paths.length,
    ...countItems(paths, katas),
    problems: problems.map((problem) => place(problem, texts[problem.file]!)),
  };
}

/** Whether a check of these paths fails. */
export function hasPathErrors({ problems }: PathsReport): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

export function printPathsReport({ paths, items, planned, kinds, problems }: PathsReport): string {
  const lines = problems.map(
    ({ file, line, column, severity, code, message }) => `${file}:${line}:${column}  ${severity}  ${code}  ${message}`,
  );
  const counts = Object.entries(kinds)
    .sort(([, a], [, b]) => b.items - a.items)
    .map(([kind, count]) => `${count.items} ${kind}${count.planned > 0 ? ` (${count.planned} planned)` : ''}`);
  lines.push(`${paths} paths, ${items} items, ${planned} of them planned: ${counts.join(', ')}.`);
  return `${lines.join('\n')}\n`;
}

/** What SARIF says of the codes. */
export const pathRules = Object.entries(pathCodes).map(([id, text]) => ({ id, shortDescription: { text } }));

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'kata.json')))
    .map(({ name }) => name);
}

function place(problem: PathProblem, text: string): PlacedPathProblem {
  const lines = new LineIndex(text);
  return {
    ...problem,
    ...placeOf(problem.range, lines),
  };
}
