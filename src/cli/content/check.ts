import { relative } from 'node:path';
import { checkKata, withExpectedNames } from '../../core/katas/authoring/checkKata.ts';
import { expectedFile } from '../../core/katas/readKata.ts';
import { HumanError } from '../../core/errors.ts';
import type { ContentProblem } from '../../core/katas/authoring/contentProblem.ts';
import type { TestRunner } from '../../core/runs/runner.ts';
import { diskFolder } from '../../node/diskFolder.ts';
import { formatOption, stringOption, type Arguments, type CliContext, type Command } from '../command.ts';
import { openRunner } from '../openRunner.ts';
import { readFormat } from '../print.ts';
import { makeJavaScript } from './derived.ts';
import { figuresOf, printFigures } from './figures.ts';
import { checkPathsFolder, findPathsFolder, hasPathErrors } from './paths.ts';
import { exercisesFolder, readKatas, type KataSource } from './readKatas.ts';
import { countErrors, placeProblem, printAsJson, printSarif, printText, type KataReport } from './report.ts';

/** Katas checked side by side: a run leaves one core idle half of the time. */
const sideBySide = 2;

const printers = { text: printText, json: printAsJson, sarif: printSarif };

export const checkContent: Command = {
  options: {
    ...formatOption,
    kata: { type: 'string' },
    write: { type: 'boolean' },
    paths: { type: 'boolean' },
    shuffles: { type: 'string' },
    table: { type: 'boolean' },
  },
  async run(context, args) {
    const format = readFormat<keyof typeof printers>(args, ['text', 'json', 'sarif']);
    const folder = exercisesFolder(context, args.positionals[0]);
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
    const shuffles = shufflesOf(args);
    const { katas, siblings } = readKatas(folder, only);
    const runner = openRunner(context);
    try {
      const writes = args.options['write'] === true;
      const reports = await inParallel(katas, (kata) => report(kata, { context, siblings, runner, writes, shuffles }));
      context.out(printers[format](reports, paths));
      if (args.options['table'] === true && format === 'text')
        context.out(`\n${printFigures(reports.flatMap(({ figures }) => figures ?? []))}`);
      if (reports.some(({ problems }) => problems.some(({ code }) => code === 'KC290'))) return 2;
      return countErrors(reports) > 0 || pathsFail ? 1 : 0;
    } finally {
      await runner.close();
    }
  },
};

/** Orders that each solution is run in; a test that needs its neighbours may pass a few times by luck. */
function shufflesOf(args: Arguments): number {
  const asked = stringOption(args, 'shuffles') ?? '5';
  const shuffles = Number(asked);
  if (Number.isInteger(shuffles) && shuffles >= 1 && shuffles <= 1000) return shuffles;
  throw new HumanError(`“${asked}” is no number of shuffled runs.`, { next: 'Use a number from 1 to 1000.' });
}

interface Surroundings {
  readonly context: CliContext;
  readonly siblings: readonly string[];
  readonly runner: TestRunner;
  readonly writes: boolean;
  readonly shuffles: number;
}

async function report(kata: KataSource, surroundings: Surroundings): Promise<KataReport> {
  const { context, writes } = surroundings;
  const { folderName, path } = kata;
  let { files } = kata;
  let findings = await findIn(kata, surroundings);
  const written = writes && findings.names.size > 0 ? withExpectedNames(files, findings.names) : undefined;
  if (written !== undefined) {
    await diskFolder(path).write(expectedFile, written);
    context.err(`${folderName}: wrote the names of its tests into ${expectedFile}, and checked again.\n`);
    // What was said of the old names hid what the new ones show.
    files = { ...files, [expectedFile]: written };
    findings = await findIn({ ...kata, files }, surroundings);
  }
  const { problems, seconds } = findings;
  const place = relative(context.cwd, path).replaceAll('\\', '/') || '.';
  const isReadable = !problems.some(({ code }) => code === 'KC101' || code === 'KC102');
  return {
    kata: folderName,
    place,
    problems: problems.map((problem) => placeProblem(problem, files)),
    ...(isReadable && { figures: figuresOf(files, seconds) }),
  };
}

/** Codes of texts that nothing can be derived from, which they tell better than the failed attempt would. */
const notDerivable: ReadonlySet<string> = new Set(['KC101', 'KC102', 'KC120', 'KC121', 'KC122']);

interface Findings {
  readonly problems: readonly ContentProblem[];
  /** How long the tests of each language took. */
  readonly seconds: ReadonlyMap<string, number>;
  /** The names that tests reported, by language and stage. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

async function findIn(
  { files, folderName }: KataSource,
  { context, siblings, runner, shuffles }: Surroundings,
): Promise<Findings> {
  const problems: ContentProblem[] = [];
  const seconds = new Map<string, number>();
  const names = new Map<string, Map<string, readonly string[]>>();
  const onNames = (language: string, stage: string, reported: readonly string[]) =>
    void (names.get(language) ?? names.set(language, new Map()).get(language)!).set(stage, reported);
  const { signal } = context;
  const onSeconds = (language: string, took: number) => void seconds.set(language, took);
  const { derived, problems: notMade } = await makeJavaScript(files, context.packageRoot);
  const check = { files, derived, folderName, katas: siblings, runner, signal, shuffles, onNames, onSeconds };
  for await (const problem of checkKata(check)) problems.push(problem);
  if (!problems.some(({ code }) => notDerivable.has(code))) problems.push(...notMade);
  return { problems, seconds, names };
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
