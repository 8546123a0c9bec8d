import { HumanError } from '../../core/errors.ts';
import { parseLog } from '../../core/progress/log.ts';
import { readAsked } from '../../node/readGiven.ts';
import { formatOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { lines, printJson, readFormat } from '../print.ts';
import { countEntries } from './words.ts';

export const importLog: Command = {
  options: { ...formatOption, adopt: { type: 'boolean' } },
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    if (args.positionals.length === 0) {
      throw new HumanError('Nothing to import was named.', {
        next: 'Name a file that "katapath progress export" wrote.',
      });
    }
    const logs = await Promise.all(
      args.positionals.map(async (file) => ({ file, ...(await readLog(context.cwd, file)) })),
    );
    const events = logs.flatMap((log) => log.events);
    const problems = logs.flatMap(({ file, problems: found }) =>
      found.map(({ line, words }) => ({ file, line, words })),
    );
    return withProgress(context, async (progress) => {
      const signatures = logs.flatMap((log) => log.signatures);
      const imported = await progress.import({ events, signatures });
      const named = new Set(events.map(({ h }) => h));
      const strangers = () => progress.foreign.filter(({ events: theirs }) => theirs.some(({ h }) => named.has(h)));
      if (args.options['adopt'] === true) {
        for (const device of new Set(strangers().map((each) => each.device))) await progress.adopt(device);
      }
      const apart = strangers().map((each) => ({ device: each.device, entries: each.events.length }));
      if (format === 'json') context.out(printJson({ imported, known: events.length - imported, apart, problems }));
      else {
        context.out(`Imported ${countEntries(imported)}; ${events.length - imported} were known already.\n`);
        for (const { device, entries } of apart) {
          context.out(
            `${countEntries(entries)} of device ${device} are kept apart. If it is yours: katapath progress devices --adopt ${device}\n`,
          );
        }
        for (const { file, line, words } of problems) context.err(lines([`${file}:${line}: ${words}`]));
      }
      return problems.length > 0 ? 1 : 0;
    });
  },
};

async function readLog(cwd: string, file: string) {
  return parseLog((await readAsked(cwd, file)).toString(), { verify: true });
}
