import { relative, resolve } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import { addProof, requireOutcome, type Outcome } from '../../core/proof/addProof.ts';
import { checkedArtifact } from '../../core/proof/checkedArtifact.ts';
import { fileEvidence, noteEvidence, reportEvidence, urlEvidence } from '../../core/proof/evidence.ts';
import type { Evidence } from '../../core/model/event.ts';
import { findWorkspace } from '../../node/findWorkspace.ts';
import { readDocumentEvidence } from '../../node/proof/documentEvidence.ts';
import { readAsked } from '../../node/readGiven.ts';
import { commitEvidence, pullRequestEvidence } from '../../node/proof/gitEvidence.ts';
import { formatOption, stringOption, type Arguments, type CliContext, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat } from '../print.ts';
import { describeOutcome, requireId } from './outcome.ts';

const kinds = ['commit', 'file', 'document', 'artifact', 'report', 'pull-request', 'url', 'text'] as const;
const kindOptions = Object.fromEntries(kinds.map((kind) => [kind, { type: 'string' as const }]));

export const add: Command = {
  options: {
    ...formatOption,
    ...kindOptions,
    note: { type: 'string' },
    repository: { type: 'string' },
    clone: { type: 'string' },
    merge: { type: 'string' },
    stars: { type: 'string' },
  },
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const outcome = requireId(args);
    return withProgress(context, async (progress) => {
      const evidence = await readEvidence(context, args, requireOutcome(progress.catalog, outcome));
      await addProof(progress, progress.catalog, { outcome, evidence, note: stringOption(args, 'note') });
      const { words, state } = describeOutcome(outcome, progress);
      if (format === 'json') context.out(printJson({ outcome, evidence, state, words }));
      else context.out(`Recorded. ${outcome}: ${words}\n`);
      return 0;
    });
  },
};

async function readEvidence(context: CliContext, args: Arguments, outcome: Outcome): Promise<Evidence> {
  const given = kinds.filter((kind) => stringOption(args, kind) !== undefined);
  const [kind] = given;
  if (!kind || given.length > 1) {
    throw new HumanError('Give one piece of evidence at a time.', {
      next: `Use one of: ${kinds.map((each) => `--${each}`).join(', ')}.`,
    });
  }
  const value = stringOption(args, kind)!;
  const root = await findWorkspace(context.cwd);
  switch (kind) {
    case 'commit':
      return commitEvidence(root, value, stringOption(args, 'repository'));
    case 'file':
      return fileEvidence(await readNamed(context, root, value));
    case 'report':
      return reportEvidence(await readNamed(context, root, value));
    case 'document':
      return readDocumentEvidence(root, (await readNamed(context, root, value)).file);
    case 'artifact':
      return checkedArtifact(
        await readNamed(context, root, value),
        outcome.kind === 'item' ? outcome.item.artifact : undefined,
      );
    case 'pull-request':
      return readPullRequest(context, args, value);
    case 'url':
      return urlEvidence(value);
    case 'text':
      return noteEvidence(value);
  }
}

function readPullRequest(context: CliContext, args: Arguments, url: string): Promise<Evidence> {
  const [clone, merge, stars] = ['clone', 'merge', 'stars'].map((name) => stringOption(args, name));
  if ((clone === undefined) !== (merge === undefined)) {
    throw new HumanError('A merge is looked for in a clone: both are needed.', {
      next: 'Add --clone <folder> --merge <commit>, or leave both out.',
    });
  }
  if (stars !== undefined && !/^\d{1,9}$/.test(stars)) {
    throw new HumanError(`"${stars}" is no number of stars.`, { next: 'Write for example --stars 1200.' });
  }
  return pullRequestEvidence({
    url,
    clone: clone === undefined ? undefined : resolve(context.cwd, clone),
    merge,
    stars: stars === undefined ? undefined : Number(stars),
  });
}

/** A file of the workspace, under the name it has there. */
async function readNamed(context: CliContext, root: string, name: string): Promise<{ file: string; text: string }> {
  const path = resolve(context.cwd, name);
  const file = relative(root, path).replaceAll('\\', '/');
  if (file === '' || file.startsWith('..')) {
    throw new HumanError(`${name} is not in ${root}.`, {
      next: 'Evidence is a file of your repository; move it there.',
    });
  }
  return { file, text: (await readAsked(context.cwd, name)).toString() };
}
