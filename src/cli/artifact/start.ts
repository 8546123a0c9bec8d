import { didYouMean } from '../../core/text/didYouMean.ts';
import { artifactKinds, findArtifactKind } from '../../core/artifacts/index.ts';
import { HumanError } from '../../core/errors.ts';
import { writeAsked } from '../../node/whereAsked.ts';
import type { Command } from '../command.ts';

export const startArtifact: Command = {
  async run(context, { positionals: [id = '', name] }) {
    const kind = findArtifactKind(id);
    if (!kind)
      throw new HumanError(
        `There is no kind “${id}”.${didYouMean(
          id,
          artifactKinds.map((each) => each.id),
        )}`,
        { next: 'Run "katapath artifact kinds" to see them.' },
      );
    if (name === undefined)
      throw new HumanError('Where should the file be?', { next: `Run "katapath artifact new ${id} <file>".` });
    await writeAsked({ cwd: context.cwd, file: name, over: false }, `${kind.template.join('\n')}\n`);
    context.out(`${name}: now make "katapath artifact check --kind ${id} ${name}" pass.\n`);
    return 0;
  },
};
