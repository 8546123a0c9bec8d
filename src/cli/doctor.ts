import { bundledCatalog } from '../core/model/catalog.ts';
import { neededToolchains, type PlaceReport } from '../core/runs/machine.ts';
import type { ToolchainReport } from '../core/runs/toolchain.ts';
import { inspectPlaces, placesToWrite } from '../node/inspectPlaces.ts';
import { progressDirectory } from '../node/progress/progressDirectory.ts';
import { formatOption, type Command } from './command.ts';
import { openRunner } from './openRunner.ts';
import { withProgress } from './openState.ts';
import { printJson, readFormat } from './print.ts';

export const doctor: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const runner = openRunner(context);
    const toolchains = neededToolchains(await runner.inspectToolchains(), bundledCatalog.katas);
    const places = await inspectPlaces(placesToWrite([context.cwd], progressDirectory(context.env)));
    await runner.close();
    const notices = await withProgress(context, async (progress) =>
      progress.notices.map(({ kind, message, next }) => ({ kind, message, next })),
    );
    if (format === 'json') context.out(printJson({ toolchains, places, progress: { notices } }));
    else {
      for (const toolchain of toolchains) context.out(printToolchain(toolchain));
      for (const place of places) context.out(printPlace(place));
      context.out(
        notices.length
          ? notices.map(({ message, next }) => `! ${message} ${next}\n`).join('')
          : '✓ Progress can be recorded.\n',
      );
    }
    return toolchains.some(({ isFound }) => isFound) && places.every(({ isWritable }) => isWritable) ? 0 : 1;
  },
};

function printToolchain(toolchain: ToolchainReport): string {
  const { title, isFound, version, program, languages, minimum, problem, howToGet } = toolchain;
  return isFound
    ? `✓ ${title} ${version}  ${program}  (${languages.join(', ')})\n`
    : `✗ ${title} ${minimum} or newer  (${languages.join(', ')})\n    ${problem}\n    ${howToGet}\n`;
}

function printPlace({ title, path, isWritable, problem, next }: PlaceReport): string {
  return isWritable ? `✓ ${title}  ${path}\n` : `✗ ${title}  ${path}\n    ${problem}\n    ${next}\n`;
}
