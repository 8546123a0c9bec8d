import { parseArgs } from 'node:util';
import { HumanError, toSentence } from '../core/errors.ts';
import { explainFileError } from '../node/fileErrors.ts';
import type { CliContext, Command, ExitCode } from './command.ts';
import { speakPlainly } from './speakPlainly.ts';

/** Runs the command that argv names. Usage and environment errors become a sentence on stderr and exit code 2. */
export async function runCommandLine(
  commands: readonly Command[],
  argv: readonly string[],
  terminal: Omit<CliContext, 'hand'>,
): Promise<ExitCode> {
  const context = speakPlainly(terminal);
  try {
    const { command, words, rest } = findCommand(commands, argv);
    if (!command || rest[0] === '--help' || rest[0] === '-h' || (!command.run && rest.length === 0)) {
      context.out(help(command ? (command.commands ?? [command]) : commands, words));
      return 0;
    }
    if (!command.run) throw usageError(`There is no command "${[...words, rest[0]].join(' ')}".`, words);
    return await command.run(context, parse(command, words, rest));
  } catch (thrown) {
    const error = explainFileError(thrown) ?? thrown;
    context.err(`katapath: ${toSentence(error)}\n`);
    if (!(error instanceof HumanError) && context.env['KATAPATH_DEBUG']) context.err(`${(error as Error).stack}\n`);
    return 2;
  }
}

function findCommand(commands: readonly Command[], argv: readonly string[]) {
  const words: string[] = [];
  let command: Command | undefined;
  let list: readonly Command[] | undefined = commands;
  while (list) {
    const word = argv[words.length];
    const found: Command | undefined = list.find((candidate) => candidate.name === word);
    if (!found) {
      if (word !== undefined && !word.startsWith('-') && !command?.run) {
        throw usageError(`There is no command "${[...words, word].join(' ')}".`, words);
      }
      break;
    }
    words.push(found.name);
    command = found;
    list = found.commands;
  }
  return { command, words, rest: argv.slice(words.length) };
}

function parse(command: Command, words: readonly string[], args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: command.options ?? {},
      allowPositionals: true,
    });
    return { positionals, options: values };
  } catch (error) {
    throw usageError(`${toSentence(error).split('. To specify')[0]}.`, words);
  }
}

function usageError(message: string, words: readonly string[]): HumanError {
  return new HumanError(message, { next: `Run "${['katapath', ...words, '--help'].join(' ')}" to see what there is.` });
}

function help(commands: readonly Command[], words: readonly string[]): string {
  const rows = commands.flatMap((command) =>
    rowsOf(command, command.name === words.at(-1) ? words.slice(0, -1) : words),
  );
  const width = Math.min(52, Math.max(...rows.map(([left]) => left.length)));
  const lines = rows.map(([left, right]) =>
    left.length > width ? `  ${left}\n  ${' '.repeat(width)}  ${right}` : `  ${left.padEnd(width)}  ${right}`,
  );
  return `Katapath practises software engineering: katas, design documents, progress.\n\n${lines.join('\n')}\n\nExit codes: 0 fine, 1 problems or a verdict other than passed, 2 usage or environment.\n`;
}

function rowsOf(command: Command, words: readonly string[]): [string, string][] {
  if (command.commands) return command.commands.flatMap((child) => rowsOf(child, [...words, command.name]));
  return [[[...words, command.name, command.usage].filter(Boolean).join(' '), command.summary]];
}
