import { artifactKinds } from '../../core/artifacts/index.ts';
import { formatOption, type Command } from '../command.ts';
import { printJson, readFormat, table } from '../print.ts';

export const listArtifactKinds: Command = {
  options: formatOption,
  async run(context, args) {
    const kinds = artifactKinds.map(({ id, title, description, rules }) => ({
      id,
      title,
      description,
      rules: [...rules.values()],
    }));
    if (readFormat(args, ['pretty', 'json']) === 'json') context.out(printJson({ kinds }));
    else context.out(table(kinds.map(({ id, title, rules }) => [id, title, `${rules.length} rules`])));
    return 0;
  },
};
