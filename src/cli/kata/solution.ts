import { HumanError } from '../../core/errors.ts';
import { readSolution, readStart } from '../../core/katas/content.ts';
import { solutionLock, type Try } from '../../core/katas/guidance/unlock.ts';
import { hashFiles } from '../../core/katas/hash.ts';
import type { Command } from '../command.ts';
import { openProgress } from '../openState.ts';
import { openForChange } from './change.ts';

export const showSolution: Command = {
  name: 'solution',
  summary: 'a reference solution of your stage, after a pass or honest tries; looking is recorded',
  usage: '[dir] [--stage <id>]',
  options: { stage: { type: 'string', short: 's' } },
  async run(context, args) {
    const opened = await openForChange(context, args.positionals[0]);
    const { kata, marker, content, change } = opened;
    const asked = args.options['stage'];
    const stage = typeof asked === 'string' ? asked : opened.stage;
    const { files } = kata.manifest.tracks[marker.language]!;
    const pick = (all: Readonly<Record<string, string>>) =>
      Object.fromEntries(files.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
    const starterHash = await hashFiles(pick(await readStart(kata, marker.language, content)));
    const tries = (await change.attempts.list(marker.instance)).filter(
      (attempt): attempt is typeof attempt & Try => attempt.kind === 'graded',
    );
    const lock = solutionLock(kata, stage, { tries, starterHash });
    if (!lock.open) throw new HumanError('The solution is not open yet.', { next: lock.message });
    const progress = await openProgress(context);
    try {
      await progress.append([{ type: 'solution.revealed', kata: kata.manifest.id, stage, language: marker.language }]);
    } finally {
      progress.dispose();
    }
    const solution = pick(await readSolution(kata, marker.language, stage, content));
    context.out(
      Object.entries(solution)
        .map(([name, text]) => `--- ${name}\n${text}`)
        .join('\n'),
    );
    return 0;
  },
};
