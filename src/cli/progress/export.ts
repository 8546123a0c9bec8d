import { encodeLog } from '../../core/progress/log.ts';
import { writeAsked } from '../../node/whereAsked.ts';
import { encodeSignatures, signEvents } from '../../core/progress/signature.ts';
import { formatOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat } from '../print.ts';
import { countEntries } from './words.ts';

export const exportLog: Command = {
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
    if (file === undefined) context.hand(text);
    else {
      await writeAsked({ cwd: context.cwd, file, over: true }, text);
      context.err(`Wrote ${countEntries(events.length)} to ${file}.\n`);
    }
    return 0;
  },
};
