import { randomUUID } from 'node:crypto';
import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import { requireStage } from '../../core/katas/content.ts';
import { gradeStarted, type GradingHost } from '../../core/session/gradeStarted.ts';
import { passedStages, stagesToRun } from '../../core/katas/session/stages.ts';
import type { RunEvent, RunResult } from '../../core/runs/event.ts';
import type { NodeTestRunner } from '../../node/testRunner.ts';
import {
  formatOption,
  stringOption,
  type Arguments,
  type CliContext,
  type Command,
  type ExitCode,
} from '../command.ts';
import { openRunner } from '../openRunner.ts';
import { openAttempts, openProgress } from '../openState.ts';
import { printJson, readFormat } from '../print.ts';
import { lookUp } from '../../core/lookUp.ts';
import { openKataFolder, type KataOnDisk } from './kataFolder.ts';
import { printEvent, printVerdict, resultToJson } from './printRun.ts';

type Format = 'pretty' | 'json';

export const testKata: Command = {
  options: {
    ...formatOption,
    stage: { type: 'string', short: 's' },
    watch: { type: 'boolean', short: 'w' },
    patience: { type: 'string' },
  },
  async run(context, args) {
    const format = readFormat<Format>(args, ['pretty', 'json']);
    const opened = await openKataFolder(context, args.positionals[0]);
    const asked = stringOption(args, 'stage');
    if (asked !== undefined) requireStage(opened.kata, asked);
    const runner = openRunner(context, readPatience(args));
    const progress = await openProgress(context);
    const host: GradingHost = {
      content: opened.content,
      runner,
      attempts: openAttempts(context),
      progress,
      clock: Date.now,
      newId: randomUUID,
    };
    try {
      const wish = { asked, format };
      if (!args.options['watch']) return await gradeOnce(context, opened, host, wish);
      return await keepGrading(context, opened, host, runner, wish);
    } finally {
      progress.dispose();
      await runner.close();
    }
  },
};

/** @throws HumanError for what is no number from 1 on. */
function readPatience(args: Arguments): { patience?: number } {
  const text = stringOption(args, 'patience');
  if (text === undefined) return {};
  const patience = Number(text);
  if (patience >= 1) return { patience };
  throw new HumanError(`“${text}” is not a number of times, from 1 on.`, {
    next: 'Say --patience 3 to give each test three times as long as usual.',
  });
}

interface Wish {
  readonly asked: string | undefined;
  readonly format: Format;
}

async function gradeOnce(
  context: CliContext,
  opened: KataOnDisk,
  host: GradingHost,
  { asked, format }: Wish,
): Promise<ExitCode> {
  const results: RunResult[] = [];
  for (const stage of await plan(opened, host, asked)) {
    const result = await gradeStage(context, opened, host, stage, format);
    results.push(result);
    if (result.verdict !== 'passed') break;
  }
  const last = results.at(-1)!;
  if (format === 'json')
    context.out(
      printJson({
        kata: opened.kata.manifest.id,
        language: opened.marker.language,
        ...resultToJson(last),
        stages: results.map(resultToJson),
      }),
    );
  else context.out(printVerdict(last));
  if (last.verdict === 'environment') return 2;
  return last.verdict === 'passed' ? 0 : 1;
}

async function plan({ kata, marker }: KataOnDisk, host: GradingHost, asked: string | undefined): Promise<string[]> {
  if (asked !== undefined) return [asked];
  const passed = passedStages(kata, await host.attempts.list(marker.instance));
  return stagesToRun(kata, passed).map(({ id }) => id);
}

async function gradeStage(
  context: CliContext,
  opened: KataOnDisk,
  host: GradingHost,
  stage: string,
  format: Format,
): Promise<RunResult> {
  const { kata, marker, folder } = opened;
  const events: AsyncIterable<RunEvent> = gradeStarted(
    { kata, marker, learner: folder, stage, signal: context.signal },
    host,
  );
  let result: RunResult | undefined;
  if (format === 'pretty')
    context.out(`${kata.manifest.title}: ${kata.manifest.stages.find(({ id }) => id === stage)!.title}\n`);
  for await (const event of events) {
    if (event.kind === 'finished') result = event.result;
    else if (format === 'pretty') context.out(printEvent(event));
  }
  return result!;
}

/** Long enough to cost nothing, short enough that nobody waits. */
const lookEveryMs = 150;

/**
 * Grades now and after each save, until Ctrl+C or until nobody reads on. Saves that come during a run count for the next
 * one.
 *
 * The files are looked at by name: many editors save by putting another file in the place of the first, which a watch of
 * the file itself does not survive.
 */
async function keepGrading(
  context: CliContext,
  opened: KataOnDisk,
  host: GradingHost,
  runner: NodeTestRunner,
  wish: Wish,
): Promise<ExitCode> {
  const files = lookUp(opened.kata.manifest.tracks, opened.marker.language)!.files.map((name) =>
    join(opened.path, name),
  );
  let saved: (() => void) | undefined;
  let isDirty = false;
  // Before the first run reads them: a save may come while it goes on.
  for (const file of files)
    watchFile(file, { interval: lookEveryMs }, () => {
      isDirty = true;
      saved?.();
    });
  context.signal.addEventListener('abort', () => saved?.());
  let code = await gradeOnce(context, opened, host, wish);
  await runner.keepWarm(opened.marker.language, opened.kata.manifest.limits);
  context.err('Waiting for a save; Ctrl+C ends.\n');
  while (!context.signal.aborted && context.isHeard?.() !== false) {
    if (!isDirty) await new Promise<void>((resolve) => (saved = resolve));
    if (context.signal.aborted) break;
    // Editors write in several steps; what comes within a blink belongs to the same save.
    await new Promise((resolve) => setTimeout(resolve, 50));
    isDirty = false;
    code = await gradeOnce(context, opened, host, wish);
  }
  for (const file of files) unwatchFile(file);
  return code;
}
