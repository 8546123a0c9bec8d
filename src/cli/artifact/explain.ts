import { didYouMean } from '../../core/text/didYouMean.ts';
import { artifactKinds, artifactPage } from '../../core/artifacts/index.ts';
import { HumanError } from '../../core/errors.ts';
import type { Command } from '../command.ts';

export const explainArtifact: Command = {
  async run(context, { positionals: [name = ''] }) {
    const kind = artifactKinds.find(({ id, rules }) => id === name || rules.has(name.toUpperCase()));
    if (!kind)
      throw new HumanError(
        name
          ? `There is no kind or rule “${name}”.${didYouMean(
              name,
              artifactKinds.flatMap(({ id, rules }) => [id, ...rules.keys()]),
            )}`
          : 'Which kind or rule?',
        {
          next: 'Run "katapath artifact kinds" to see them.',
        },
      );
    const rule = kind.rules.get(name.toUpperCase());
    context.out(artifactPage(rule ? { ...kind, rules: new Map([[rule.code, rule]]) } : kind));
    return 0;
  },
};
