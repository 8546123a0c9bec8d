import { createTestRunner } from '../node/testRunner.ts';
import { join } from 'node:path';
import { formatOption, type Command } from './command.ts';
import { openProgress } from './openState.ts';
import { printJson, readFormat } from './print.ts';

export const doctor: Command = {
  name: 'doctor',
  summary: 'what katas need of this machine: what is there, what is missing and how to get it',
  usage: '[--format pretty|json]',
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const runner = createTestRunner({
      dist: join(context.packageRoot, 'dist'),
      settings: () => ({ node: context.env['KATAPATH_NODE'], python: context.env['KATAPATH_PYTHON'] }),
      workspace: () => context.cwd,
    });
    const progress = await openProgress(context);
    const toolchains = await runner.inspectToolchains();
    const notices = progress.notices.map(({ kind, message, next }) => ({ kind, message, next }));
    progress.dispose();
    runner.dispose();
    if (format === 'json') context.out(printJson({ toolchains, progress: { notices } }));
    else {
      for (const { title, isFound, version, program, languages, minimum, problem, howToGet } of toolchains)
        context.out(
          isFound
            ? `✓ ${title} ${version}  ${program}  (${languages.join(', ')})\n`
            : `✗ ${title} ${minimum} or newer  (${languages.join(', ')})\n    ${problem}\n    ${howToGet}\n`,
        );
      context.out(
        notices.length
          ? notices.map(({ message, next }) => `! ${message} ${next}\n`).join('')
          : '✓ Progress can be recorded.\n',
      );
    }
    return toolchains.some(({ isFound }) => isFound) ? 0 : 1;
  },
};
