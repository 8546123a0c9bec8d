import type { Item } from '../core/model/path.ts';
import { HumanError } from '../core/errors.ts';
import { requireOutcome } from '../core/proof/addProof.ts';
import type { NewEvent } from '../core/model/event.ts';
import { isAnswer } from '../core/agenda/answer.ts';
import { itemWords } from '../core/agenda/words.ts';
import { stringOption, type Arguments, type CliContext, type Command, type ExitCode } from './command.ts';
import { withProgress } from './openState.ts';

export const done: Command = {
  options: { note: { type: 'string' } },
  run: (context, args) =>
    record(context, args, (item) => {
      const note = stringOption(args, 'note')?.trim();
      if (item.kind !== 'checklist' && item.kind !== 'reading') {
        throw new HumanError(`“${item.title}” is a ${item.kind}: a tick does not close it.`, {
          next: item.kind === 'kata' ? 'Its tests do: "katapath kata start".' : 'Evidence does: "katapath proof add".',
        });
      }
      if (item.asks !== undefined && !isAnswer(note ?? '')) {
        throw new HumanError(`“${item.title}” asks: ${item.asks}`, {
          next: note ? `“${note}” does not say: answer in a sentence.` : 'Answer it with --note.',
        });
      }
      return { type: 'item.completed', item: item.id, ...(note && { note }) };
    }),
};

export const skip: Command = {
  options: { reason: { type: 'string' } },
  run: (context, args) =>
    record(context, args, (item) => {
      const reason = stringOption(args, 'reason')?.trim();
      if (!reason) throw new HumanError('Say why it is left out.', { next: 'Add --reason "…".' });
      return { type: 'item.skipped', item: item.id, reason };
    }),
};

export const reopen: Command = {
  run: (context, args) => record(context, args, (item) => ({ type: 'item.reopened', item: item.id })),
};

async function record(context: CliContext, args: Arguments, toEvent: (item: Item) => NewEvent): Promise<ExitCode> {
  const [id] = args.positionals;
  return withProgress(context, async (progress) => {
    const outcome = id === undefined ? undefined : requireOutcome(progress.catalog, id);
    if (outcome?.kind !== 'item') {
      throw new HumanError(id === undefined ? 'Say which item.' : `"${id}" is a step, not an item.`, {
        next: 'Run "katapath status --format json" to see the ids of items.',
      });
    }
    await progress.append([toEvent(outcome.item)]);
    context.out(`${outcome.item.title}: ${itemWords(progress.state.items.get(outcome.item.id)!)}\n`);
    return 0;
  });
}
