import { loadKey } from '../../core/credential/keyStore.ts';
import { collectReviews, type CollectedReviews } from '../../core/proof/collectReviews.ts';
import { toSshPublicKey } from '../../core/proof/sshKey.ts';
import { fileKeyStore } from '../../node/credential/fileKeyStore.ts';
import { diskFolder } from '../../node/diskFolder.ts';
import { findWorkspace } from '../../node/findWorkspace.ts';
import { progressDirectory } from '../../node/progress/progressDirectory.ts';
import { readSigners } from '../../node/proof/signersFile.ts';
import { formatOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat } from '../print.ts';
import { describeOutcome } from './outcome.ts';

export const collect: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const directory = progressDirectory(context.env);
    const key = await loadKey(fileKeyStore(directory));
    return withProgress(context, async (progress) => {
      const collected = await collectReviews({
        folder: diskFolder(await findWorkspace(context.cwd)),
        store: progress,
        signers: await readSigners(directory),
        learnerKeys: key ? [toSshPublicKey(key.publicKey)] : [],
      });
      const outcomes = collected.map((each) => ({
        ...each,
        words: describeOutcome(each.outcome, progress).words,
      }));
      if (format === 'json') context.out(printJson({ outcomes }));
      else context.out(outcomes.map(print).join('') || 'No review was requested yet, or none has come back.\n');
      return 0;
    });
  },
};

function print({ outcome, reviews, words }: CollectedReviews & { words: string }): string {
  const lines = reviews.flatMap(({ name, event, reason, remarks, isNew }) => [
    event
      ? `  ${name}: ${event.verdict} by ${event.reviewer}${isNew ? '' : ' (known)'}\n`
      : `  ${name} does not count: ${reason!}.\n`,
    ...remarks.map(({ id, label, text }) => `    ${label} ${text} [${id}]\n`),
  ]);
  return `${outcome}: ${words}\n${lines.join('')}`;
}
