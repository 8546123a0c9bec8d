import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transform } from 'sucrase';
import { applyMutant, readMutants, readSolution, readTests } from '../../src/core/katas/content.ts';
import type { RunEvent } from '../../src/core/runs/event.ts';
import type { Files } from '../../src/core/runs/runner.ts';
import { builtShelf } from '../support/shelf.ts';
import { diskFolder } from '../../src/node/diskFolder.ts';
import { createTestRunner, type NodeTestRunner } from '../../src/node/testRunner.ts';
import { benchGrowth } from './katas/growth.ts';
import { type Contender, type Goal, median, requireBundles, settle, takeTurns, timed } from './katas/measure.ts';
import { installPeers, runProgram } from './katas/peers.ts';
import { benchRunaways } from './katas/runaways.ts';
import * as sample from './katas/sample.ts';

const ROUNDS = 15;
const MUTANTS = 25;

/**
 * `npm run bench -- katas`: from saving a file to its verdict, and wrong versions graded, each against what a terminal
 * would do with the same files on the same machine in the same minute. Figures are medians of fifteen rounds in turn.
 * Then growth is judged, as in `npm run bench -- growth`; `npm run bench -- katas 50` does that fifty times each.
 * `npm run bench -- katas runaways 200` is about code that leaves processes behind.
 */
export async function run([trials = '1000', rounds = '200']: readonly string[] = []): Promise<number> {
  if (trials === 'runaways') return settle(await benchRunaways(Number(rounds)));
  const runner = createTestRunner({ dist: requireBundles() });
  const work = mkdtempSync(join(tmpdir(), 'katapath-bench-'));
  try {
    const goals = [
      ...(await benchTypescript(runner, join(work, 'ts'))),
      ...(await benchPython(runner, join(work, 'py'))),
      ...(await benchMutants(runner, join(work, 'mutants'))),
      ...(await benchGrowth(runner, Number(trials))),
    ];
    return settle(goals);
  } finally {
    runner.dispose();
    rmSync(work, { recursive: true, force: true });
  }
}

async function benchTypescript(runner: NodeTestRunner, work: string): Promise<Goal[]> {
  const peers = await installPeers();
  const plain = join(work, 'plain');
  lay(plain, toJavaScript({ 'heap.ts': sample.heapTs, 'tests/heap.test.ts': sample.heapTests }));
  lay(join(work, 'vitest'), {
    'heap.ts': sample.heapTs,
    'tests/heap.test.ts': asVitest(sample.heapTests),
    'package.json': '{"type":"module"}',
  });
  lay(join(work, 'bun'), { 'heap.ts': sample.heapTs, 'tests/heap.test.ts': asBun(sample.heapTests) });
  const save = saving(runner, work, {
    language: 'typescript',
    file: 'heap.ts',
    text: sample.heapTs,
    testFile: 'tests/heap.test.ts',
    tests: sample.heapTests,
    expected: sample.heapExpected,
  });
  const { vitest, bun } = peers;
  const times = await takeTurns(
    {
      'Katapath, child waiting': save.warm,
      'Katapath, child started': save.cold,
      'node --test': () => timed(() => runProgram(process.execPath, ['--test', 'tests/heap.test.mjs'], plain)),
      ...(vitest && {
        'vitest run': () =>
          timed(() =>
            runProgram(
              process.execPath,
              [vitest, 'run', '--root', join(work, 'vitest')],
              dirname(dirname(dirname(vitest))),
            ),
          ),
      }),
      ...(bun && { 'bun test': () => timed(() => runProgram(bun, ['test'], join(work, 'bun'))) }),
    },
    ROUNDS,
  );
  print('Save → verdict, TypeScript, 12 tests', times, 'Katapath, child waiting');
  const ours = median(times['Katapath, child waiting']!);
  return [
    atMost(0.3, ours / median(times['node --test']!), 'of a bare node --test'),
    ...(vitest ? [atLeast(10, median(times['vitest run']!) / ours, 'as fast as vitest run')] : []),
    ...(bun ? [atLeast(1, median(times['bun test']!) / ours, 'as fast as bun test')] : []),
  ];
}

async function benchPython(runner: NodeTestRunner, work: string): Promise<Goal[]> {
  const python = (await runner.inspectToolchains()).find(({ id }) => id === 'python')?.program;
  if (!python) {
    console.log('There is no Python to measure with.');
    return [];
  }
  lay(join(work, 'plain'), {
    'heap.py': sample.heapPy,
    'tests/__init__.py': '',
    'tests/test_heap.py': sample.heapPyTests,
  });
  const save = saving(runner, work, {
    language: 'python',
    file: 'heap.py',
    text: sample.heapPy,
    testFile: 'tests/test_heap.py',
    tests: sample.heapPyTests,
    expected: sample.heapPyExpected,
  });
  const times = await takeTurns(
    {
      'Katapath, child waiting': save.warm,
      'Katapath, child started': save.cold,
      'python -m unittest': () =>
        timed(() => runProgram(python, ['-m', 'unittest', 'tests.test_heap'], join(work, 'plain'))),
    },
    ROUNDS,
  );
  print('Save → verdict, Python, 12 tests', times, 'Katapath, child waiting');
  const ratio = median(times['Katapath, child waiting']!) / median(times['python -m unittest']!);
  return [atMost(0.4, ratio, 'of a bare python -m unittest')];
}

/** The wrong versions of a shipped kata, against the reference of the tests that a learner would write. */
async function benchMutants(runner: NodeTestRunner, work: string): Promise<Goal[]> {
  const kata = await builtShelf.open('gilded-rose');
  const goals: Goal[] = [];
  const content = builtShelf.contentOf('gilded-rose');
  for (const language of ['typescript', 'python'] as const) {
    const stage = kata.manifest.stages.find(({ kind }) => kind === 'characterize');
    const testFile = stage && kata.manifest.tracks[language]?.stages[stage.id]?.learnerTests;
    if (!stage || !testFile) continue;
    const solution = {
      ...(await readSolution(kata, language, stage.id, content)),
      ...(await readTests(kata, language, content)),
    };
    const mutants = (await readMutants(kata, language, content)).filter(
      (mutant) => mutant.stage === stage.id && !mutant.correct,
    );
    const variants = await Promise.all(
      mutants.slice(0, MUTANTS).map(async (mutant) => {
        const changed = await applyMutant(mutant, solution, { language, content });
        return { id: mutant.id, files: { [mutant.file]: changed[mutant.file]! } };
      }),
    );
    const plain = join(work, language);
    const python = (await runner.inspectToolchains()).find(({ id }) => id === 'python')?.program;
    lay(plain, language === 'python' ? solution : toJavaScript(solution));
    const module = testFile.replace(/\.py$/, '').replaceAll('/', '.');
    const plainRun = (): Promise<void> =>
      language === 'python'
        ? runProgram(python!, ['-m', 'unittest', module], plain)
        : runProgram(process.execPath, ['--test', testFile.replace(/\.ts$/, '.mjs')], plain);
    const name = `${variants.length} wrong versions`;
    await runner.keepWarm(language);
    const times = await takeTurns(
      {
        [name]: async () => {
          await pause();
          return timed(async () => {
            let killed = 0;
            const job = { language, files: solution, tests: [testFile], variants, bail: true };
            for await (const result of runner.runVariants(job)) if (result.verdict === 'failed') killed += 1;
            if (killed !== variants.length) throw new Error(`Only ${killed} of ${variants.length} were rejected.`);
          });
        },
        'one plain run': () => timed(plainRun),
      },
      ROUNDS,
    );
    print(`Wrong versions of gilded-rose, ${language}`, times, name);
    const ratio = median(times[name]!) / median(times['one plain run']!);
    // The goal is one of JavaScript: a version in Python is a process of its own.
    if (language === 'typescript') goals.push(atMost(2, ratio, `of one plain run for ${name}`));
    runner.cool();
  }
  return goals;
}

interface Saved {
  readonly language: string;
  readonly file: string;
  readonly text: string;
  readonly testFile: string;
  readonly tests: string;
  readonly expected: readonly string[];
}

/** From writing the file to its verdict, with a child that waits and without. */
function saving(runner: NodeTestRunner, work: string, { language, file, text, testFile, tests, expected }: Saved) {
  lay(work, { [file]: text });
  const folder = diskFolder(work);
  let saves = 0;
  const save: Contender = () =>
    timed(async () => {
      // Another text each time, as after a change.
      const comment = language === 'python' ? '#' : '//';
      writeFileSync(join(work, file), `${text}${comment} ${(saves += 1)}\n`);
      const files = { [file]: (await folder.read(file))!, [testFile]: tests };
      const job = { language, files, tests: [{ stage: 'only', file: testFile, expected }] };
      let last: RunEvent | undefined;
      for await (const event of runner.run(job)) last = event;
      if (last?.kind !== 'finished' || last.result.verdict !== 'passed') throw new Error(JSON.stringify(last));
    });
  return {
    warm: async () => {
      await runner.keepWarm(language);
      await pause();
      return save();
    },
    cold: async () => {
      runner.cool();
      return save();
    },
  };
}

/** A person does not save again at once; the next child is up by then. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 400));

function lay(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function toJavaScript(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => {
      if (!name.endsWith('.ts')) return [name, text];
      const { code } = transform(text, { transforms: ['typescript'], disableESTransforms: true });
      return [name.replace(/\.ts$/, '.mjs'), code.replace(/(from '\.[^']*)\.ts'/g, "$1.mjs'")];
    }),
  );
}

/** The same tests for runners that do not know Node's. */
const asVitest = (tests: string) => tests.replace("'node:test'", "'vitest'");
const asBun = (tests: string) => tests.replace("'node:test'", "'bun:test'");

function print(title: string, times: Readonly<Record<string, readonly number[]>>, ours: string): void {
  console.log(`${title}, median of ${ROUNDS}, Node ${process.version}`);
  const base = median(times[ours]!);
  for (const [name, all] of Object.entries(times)) {
    const middle = median(all);
    console.log(
      `  ${name.padEnd(26)} ${middle.toFixed(1).padStart(8)} ms   ${(middle / base).toFixed(1).padStart(6)} ×`,
    );
  }
}

const atMost = (goal: number, ratio: number, what: string): Goal => ({
  sentence: `${ratio.toFixed(2)} times the time ${what} (goal: at most ${goal})`,
  isReached: ratio <= goal,
});

const atLeast = (goal: number, ratio: number, what: string): Goal => ({
  sentence: `${ratio.toFixed(1)} times ${what} (goal: at least ${goal})`,
  isReached: ratio >= goal,
});
