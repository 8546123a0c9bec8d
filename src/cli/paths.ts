import { formatOption, type Command } from './command.ts';
import { openCatalog } from './openState.ts';
import { printJson, readFormat, table } from './print.ts';

export const listPaths: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const catalog = await openCatalog(context);
    const paths = catalog.paths.map((path) => ({
      id: path.id,
      title: path.title,
      summary: path.summary,
      weeks: path.weeks,
      required: path.steps.filter((step) => step.required).length,
      elective: path.steps.filter((step) => !step.required).length,
    }));
    if (format === 'json') context.out(printJson({ paths }));
    else
      context.out(
        table(
          paths.map((path) => [
            path.id,
            `${path.required} required, ${path.elective} elective`,
            path.weeks ? `${path.weeks} weeks` : '',
            path.title,
          ]),
        ),
      );
    return 0;
  },
};
