import { existsSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { checkKata, withExpectedNames } from '../../core/katas/authoring/checkKata.ts';
import { HumanError } from '../../core/errors.ts';
import type { ContentProblem } from '../../core/katas/authoring/contentProblem.ts';
import type { TestRunner } from '../../core/runs/runner.ts';
import { formatOption, stringOption, type CliContext, type Command } from '../command.ts';
import { openRunner } from '../openState.ts';
import { readFormat } from '../print.ts';
import { findStaleJavaScript } from './derived.ts';
import { checkPathsFolder, findPathsFolder, hasPathErrors } from './paths.ts';
import { readKatas, type KataSource } from './readKatas.ts';
import { countErrors, placeProblem, printAsJson, printSarif, printText, type KataReport } from './report.ts';

/** Katas checked side by side: a run leaves one core idle half of the time. */
const sideBySide = 2;

const printers = { text: printText, json: printAsJson, sarif: printSarif };

export const checkContent: Command = {
  name: 'check',
  summary: 'checks katas and paths as their author: texts, solutions, mutants, hints, links, items',
  usage: '[dir] [--kata <id> | --paths] [--write] [--format text|json|sarif]',
  options: { ...formatOption, kata: { type: 'string' }, write: { type: 'boolean' }, paths: { type: 'boolean' } },
  async run(context, args) {
    const format = readFormat<keyof typeof printers>(args, ['text', 'json', 'sarif']);
    const folder = folderOf(context, args.positionals[0]);
    const only = stringOption(args, 'kata');
    const pathsFolder = only === undefined ? findPathsFolder(folder) : undefined;
    const paths = pathsFolder === undefined ? undefined : checkPathsFolder(pathsFolder, context.cwd);
    const pathsFail = paths !== undefined && hasPathErrors(paths);
    if (args.options['paths'] === true) {
      if (!paths)
        throw new HumanError(`No folder “paths” stands beside “${folder}”.`, {
          next: 'Run this where katas/exercises and katas/paths are.',
        });
      context.out(printers[format]([], paths));
      return pathsFail ? 1 : 0;
    }
    const { katas, siblings } = readKatas(folder, only);
    const runner = openRunner(context);
    try {
      const writes = args.options['write'] === true;
      const reports = await inParallel(katas, (kata) => report(kata, { context, siblings, runner, writes }));
      context.out(printers[format](reports, paths));
      if (reports.some(({ problems }) => problems.some(({ code }) => code === 'KC290'))) return 2;
      return countErrors(reports) > 0 || pathsFail ? 1 : 0;
    } finally {
      runner.dispose();
    }
  },
};

function folderOf({ cwd, packageRoot }: CliContext, asked: string | undefined): string {
  if (asked !== undefined) return resolve(cwd, asked);
  const here = join(cwd, 'katas', 'exercises');
  return existsSync(here) ? here : join(packageRoot, 'katas', 'exercises');
}

interface Surroundings {
  readonly context: CliContext;
  readonly siblings: readonly string[];
  readonly runner: TestRunner;
  readonly writes: boolean;
}

async function report(kata: KataSource, { context, siblings, runner, writes }: Surroundings): Promise<KataReport> {
  const problems: ContentProblem[] = [];
  const names = new Map<string, Map<string, readonly string[]>>();
  const { files, folderName, path } = kata;
  const onNames = (language: string, stage: string, reported: readonly string[]) =>
    void (names.get(language) ?? names.set(language, new Map()).get(language)!).set(stage, reported);
  const { signal } = context;
  for await (const problem of checkKata({ files, folderName, katas: siblings, runner, signal, onNames }))
    problems.push(problem);
  if (files['kata.json'] !== undefined) problems.push(...(await findStaleJavaScript(files, context.packageRoot)));
  const written = writes ? withExpectedNames(files['kata.json'] ?? '', names) : undefined;
  if (written !== undefined) {
    writeFileSync(join(path, 'kata.json'), written);
    context.err(`${folderName}: wrote the expected names into kata.json. Check again to see what is left.\n`);
  }
  const place = relative(context.cwd, path).replaceAll('\\', '/') || '.';
  return { kata: folderName, place, problems: problems.map((problem) => placeProblem(problem, files)) };
}

async function inParallel<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
  return results;
}
