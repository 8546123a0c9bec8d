import { resolve } from 'node:path';
import { encodeLog } from '../../core/progress/log.ts';
import { encodeSignatures, signEvents } from '../../core/progress/signature.ts';
import { formatOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat } from '../print.ts';
import { save } from './save.ts';
import { countEntries } from './words.ts';

export const exportLog: Command = {
  name: 'export',
  summary: 'writes every entry of your log, one per line, and who signs for them, to a file or to stdout',
  usage: '[file] [--format jsonl|json]',
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['jsonl', 'json']);
    const { events, signatures } = await withProgress(context, async (progress) => {
      await progress.refresh();
      const { events } = progress;
      return { events, signatures: events.length > 0 ? signEvents(events, await progress.signer()) : [] };
    });
    const text =
      format === 'json' ? printJson({ events, signatures }) : encodeLog(events) + encodeSignatures(signatures);
    const [file] = args.positionals;
    if (file === undefined) context.out(text);
    else {
      await save(resolve(context.cwd, file), text);
      context.err(`Wrote ${countEntries(events.length)} to ${file}.\n`);
    }
    return 0;
  },
};
