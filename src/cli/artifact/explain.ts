import { artifactKinds, artifactPage } from '../../core/artifacts/index.ts';
import { HumanError } from '../../core/errors.ts';
import type { Command } from '../command.ts';

export const explainArtifact: Command = {
  name: 'explain',
  summary: 'the rules of a kind, or one rule: why it is there and what to do',
  usage: '<kind or code>',
  async run(context, { positionals: [name = ''] }) {
    const kind = artifactKinds.find(({ id, rules }) => id === name || rules.has(name.toUpperCase()));
    if (!kind)
      throw new HumanError(name ? `There is no kind or rule “${name}”.` : 'Which kind or rule?', {
        next: 'Run "katapath artifact kinds" to see them.',
      });
    const rule = kind.rules.get(name.toUpperCase());
    context.out(artifactPage(rule ? { ...kind, rules: new Map([[rule.code, rule]]) } : kind));
    return 0;
  },
};
