import { requireOutcome } from '../../core/proof/addProof.ts';
import { recheckEvidence, type Rechecked } from '../../core/proof/recheck.ts';
import { diskFolder } from '../../node/diskFolder.ts';
import { findWorkspace } from '../../node/findWorkspace.ts';
import { hasCommit } from '../../node/proof/commits.ts';
import { formatOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { lines, printJson, readFormat } from '../print.ts';

export const check: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const root = await findWorkspace(context.cwd);
    const [asked] = args.positionals;
    const outcomes = await withProgress(context, async ({ catalog, state }) => {
      // Evidence outlives its outcome: what the log knows may be asked for though no path has it any more.
      if (asked !== undefined && !state.outcomes.has(asked)) requireOutcome(catalog, asked);
      return state.outcomes;
    });
    const wanted = [...outcomes].filter(([id]) => (asked ?? id) === id);
    const options = {
      folder: diskFolder(root),
      hasCommit: (commit: string) => hasCommit(root, commit, context.signal),
    };
    const found: (Rechecked & { outcome: string })[] = [];
    for (const [outcome, { proofs }] of wanted)
      for (const { evidence } of proofs) found.push({ outcome, ...(await recheckEvidence(evidence, options)) });
    const isWhole = found.every(({ state }) => state === 'unchanged' || state === 'unknown');
    if (format === 'json') context.out(printJson({ whole: isWhole, evidence: found }));
    else
      context.out(lines(found.map(({ outcome, words }) => `${outcome}: ${words}`)) || 'No evidence was given yet.\n');
    return isWhole ? 0 : 1;
  },
};
