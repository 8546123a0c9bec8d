import { fixAll } from '../../core/documents/index.ts';
import { toSentence } from '../../core/errors.ts';
import { toOneLine } from '../../core/text/visible.ts';
import { formatOption, type CliContext, type Command, type ExitCode } from '../command.ts';
import { leaveOutKnown, readBaseline, writeBaseline } from './baseline.ts';
import { namesFor } from './files.ts';
import { printReport } from './formats/index.ts';
import { printPretty } from './formats/pretty.ts';
import { gather, type Found } from './gather.ts';
import { isOverGate } from './gate.ts';
import { summarize } from './report.ts';
import { readWishes, type Wishes } from './wishes.ts';

export const lint: Command = {
  options: {
    ...formatOption,
    fix: { type: 'boolean' },
    profile: { type: 'string' },
    'max-warnings': { type: 'string' },
    changed: { type: 'string' },
    shard: { type: 'string' },
    baseline: { type: 'string' },
    'write-baseline': { type: 'string' },
    branches: { type: 'boolean' },
    stdin: { type: 'boolean' },
    'stdin-filename': { type: 'string' },
  },
  async run(context, args) {
    const wishes = await readWishes(context, args);
    const found = await gather(wishes);
    return report(context, wishes, found);
  },
};

/** Says what was found, less what the baseline knows, and whether the run fails for it. */
async function report(context: CliContext, wishes: Wishes, found: Found): Promise<ExitCode> {
  const { format, place, stdin } = wishes;
  const { opened, broken, documents } = found;
  for (const error of opened.unreadable) context.err(`katapath: ${toSentence(error)}\n`);
  const all = [...documents.reports, ...found.artifacts];
  if (wishes.writeBaseline !== undefined) await writeBaseline(context.cwd, wishes.writeBaseline, all);
  const { files: unknown, known } =
    wishes.baseline === undefined ? { files: all, known: 0 } : leaveOutKnown(all, await readBaseline(wishes.baseline));
  const files = [...broken, ...unknown];
  if (stdin && wishes.fix) {
    // The fixed text itself, for an editor or a hook to take.
    context.hand(fixAll(stdin.text, (text) => opened.library.check(stdin.file, text).problems));
    return 0;
  }
  const toShown = await namesFor(format, place);
  const shown = files.map((each) => ({ ...each, file: toShown(each.file) }));
  const counts = { looked: found.looked, checked: documents.reports.length, fixed: documents.fixed, known };
  const printed = printReport({ files: shown, summary: summarize(shown, counts) }, format, printPretty);
  (format === 'github' ? context.hand : context.out)(printed);
  for (const { file, why } of documents.unfixed)
    context.err(`katapath: ${toOneLine(toShown(file))} was not fixed: ${why}\n`);
  return isOverGate(files, opened.settings.config, wishes.maxWarnings) ? 1 : 0;
}
