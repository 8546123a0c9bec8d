import { narrateEvidence } from '../../core/credential/collectEvidence.ts';
import { formatOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { lines, printJson, readFormat } from '../print.ts';
import { describeOutcome, requireId } from './outcome.ts';

export const show: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const id = requireId(args);
    const { state, words, review, outcome } = await withProgress(context, async (progress) => {
      return { ...describeOutcome(id, progress), outcome: progress.state.outcomes.get(id) };
    });
    const { proofs = [], reviews = [] } = outcome ?? {};
    if (format === 'json') context.out(printJson({ outcome: id, state, words, review, proofs, reviews }));
    else {
      context.out(
        lines([
          `${id}: ${words}`,
          ...proofs.map(
            ({ at, evidence, note }) => `  ${at.slice(0, 10)}  ${narrateEvidence(evidence)}${note ? ` ${note}` : ''}`,
          ),
          ...reviews.map(({ at, reviewer, attestation, verdict, blocking }) => {
            const source = attestation === 'signed' ? 'signed' : 'as GitHub says';
            return `  ${at.slice(0, 10)}  ${reviewer} (${source}): ${verdict}, ${blocking} blocking`;
          }),
          ...(review ? [`  Review: ${review.words}`] : []),
        ]),
      );
    }
    return 0;
  },
};
