import { bundledCatalog } from '../../core/model/catalog.ts';
import { formatOption, type Command } from '../command.ts';
import { printJson, readFormat, table } from '../print.ts';

export const listKatas: Command = {
  options: formatOption,
  async run(context, args) {
    const katas = bundledCatalog.katas.map(({ manifest }) => ({
      id: manifest.id,
      title: manifest.title,
      summary: manifest.summary,
      difficulty: manifest.difficulty,
      minutes: manifest.minutes,
      languages: Object.keys(manifest.tracks),
      stages: manifest.stages.map(({ id, title, kind }) => ({ id, title, kind })),
    }));
    if (readFormat(args, ['pretty', 'json']) === 'json') context.out(printJson({ katas }));
    else
      context.out(table(katas.map((kata) => [kata.id, `${kata.minutes} min`, kata.languages.join(', '), kata.title])));
    return 0;
  },
};
