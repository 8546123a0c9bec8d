import { randomUUID } from 'node:crypto';
import { watch } from 'node:fs';
import { requireStage } from '../../core/katas/content.ts';
import { gradeStarted, type GradingHost } from '../../core/session/gradeStarted.ts';
import { passedStages, stagesToRun } from '../../core/katas/session/stages.ts';
import type { RunEvent, RunResult } from '../../core/runs/event.ts';
import type { NodeTestRunner } from '../../node/testRunner.ts';
import { formatOption, stringOption, type CliContext, type Command, type ExitCode } from '../command.ts';
import { openAttempts, openProgress, openRunner } from '../openState.ts';
import { printJson, readFormat } from '../print.ts';
import { openKataFolder, type KataOnDisk } from './kataFolder.ts';
import { printEvent, printVerdict, resultToJson } from './printRun.ts';

type Format = 'pretty' | 'json';

export const testKata: Command = {
  name: 'test',
  summary: 'grades a kata: the stage you are at, and on while stages pass',
  usage: '[dir] [--stage <id>] [--watch] [--format pretty|json]',
  options: { ...formatOption, stage: { type: 'string', short: 's' }, watch: { type: 'boolean', short: 'w' } },
  async run(context, args) {
    const format = readFormat<Format>(args, ['pretty', 'json']);
    const opened = await openKataFolder(context, args.positionals[0]);
    const asked = stringOption(args, 'stage');
    if (asked !== undefined) requireStage(opened.kata, asked);
    const runner = openRunner(context);
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
      const code = await gradeOnce(context, opened, host, { asked, format });
      return args.options['watch'] ? await keepGrading(context, opened, host, runner, { asked, format }) : code;
    } finally {
      progress.dispose();
      await runner.close();
    }
  },
};

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

/** Grades again after each save, until Ctrl+C. Saves that come during a run count for the next one. */
async function keepGrading(
  context: CliContext,
  opened: KataOnDisk,
  host: GradingHost,
  runner: NodeTestRunner,
  wish: Wish,
): Promise<ExitCode> {
  await runner.keepWarm(opened.marker.language, opened.kata.manifest.limits);
  const files = new Set(opened.kata.manifest.tracks[opened.marker.language]!.files);
  let saved: (() => void) | undefined;
  let isDirty = false;
  const watcher = watch(opened.path, { recursive: true }, (_event, name) => {
    if (name && !files.has(String(name).replaceAll('\\', '/'))) return;
    isDirty = true;
    saved?.();
  });
  context.signal.addEventListener('abort', () => saved?.());
  let code: ExitCode = 0;
  context.err('Waiting for a save; Ctrl+C ends.\n');
  while (!context.signal.aborted) {
    if (!isDirty) await new Promise<void>((resolve) => (saved = resolve));
    if (context.signal.aborted) break;
    // Editors write in several steps; what comes within a blink belongs to the same save.
    await new Promise((resolve) => setTimeout(resolve, 50));
    isDirty = false;
    code = await gradeOnce(context, opened, host, wish);
  }
  watcher.close();
  return code;
}
