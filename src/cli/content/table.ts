import { checkKataManifest } from '../../core/katas/authoring/checkManifest.ts';
import type { Command } from '../command.ts';
import { stringOption } from '../command.ts';
import { printJson, readFormat } from '../print.ts';
import { figuresOf, printFigures } from './figures.ts';
import { exercisesFolder, readKatas } from './readKatas.ts';

/** What `content check --table` shows, but for the seconds: nothing is run. */
export const tableOfContent: Command = {
  options: { format: { type: 'string' }, kata: { type: 'string' } },
  async run(context, args) {
    const format = readFormat(args, ['text', 'json']);
    const folder = exercisesFolder(context, args.positionals[0]);
    const { katas } = readKatas(folder, stringOption(args, 'kata'));
    const figures = katas.flatMap(({ files }) =>
      checkKataManifest(files['kata.json'] ?? '').length === 0 ? figuresOf(files, new Map()) : [],
    );
    context.out(format === 'json' ? printJson({ katas: figures }) : printFigures(figures));
    return 0;
  },
};
