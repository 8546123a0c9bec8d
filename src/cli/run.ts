import { parseArgs } from 'node:util';
import { HumanError, toSentence } from '../core/errors.ts';
import { explainFileError } from '../node/fileErrors.ts';
import { nearest } from '../core/text/spelling.ts';
import type { CliContext, Command, CommandEntry, ExitCode } from './command.ts';
import { speakPlainly } from './speakPlainly.ts';

/**
 * Runs the command that argv names. Usage and environment errors become a sentence on stderr and exit code 2; a program
 * that asked for JSON gets a document on stdout then, too.
 */
export async function runCommandLine(
  commands: readonly CommandEntry[],
  argv: readonly string[],
  terminal: Omit<CliContext, 'hand'>,
): Promise<ExitCode> {
  let isAnswered = false;
  const context = speakPlainly(terminal, () => (isAnswered = true));
  try {
    const asksForHelp = isHelpAsked(argv);
    const { entry, words, rest } = findCommand(commands, argv);
    if (!entry || asksForHelp || (!entry.load && rest.length === 0)) {
      context.out(help(entry ? (entry.commands ?? [entry]) : commands, words));
      return 0;
    }
    if (!entry.load) throw usageError(`There is no command "${[...words, rest[0]].join(' ')}".`, words);
    const command = await entry.load();
    return await command.run(context, parse(command, words, rest));
  } catch (thrown) {
    const error = explainFileError(thrown) ?? thrown;
    context.err(`katapath: ${toSentence(error)}\n`);
    if (!isAnswered && isJsonAsked(argv)) context.out(await toJson(error));
    if (!(error instanceof HumanError) && context.env['KATAPATH_DEBUG']) context.err(`${(error as Error).stack}\n`);
    return 2;
  }
}

const isJsonAsked = (argv: readonly string[]) =>
  argv.some((word, index) => word === '--format=json' || (word === 'json' && argv[index - 1] === '--format'));

/** What went wrong and what to do next, in the place of the answer. */
async function toJson(error: unknown): Promise<string> {
  const { printJson } = await import('./print.ts');
  const next = error instanceof HumanError ? { next: error.next } : {};
  return printJson({ error: { message: error instanceof Error ? error.message : String(error), ...next } });
}

/** After any words, but not after `--`: what follows that is taken as it is. */
function isHelpAsked(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).some((word) => word === '--help' || word === '-h');
}

function findCommand(commands: readonly CommandEntry[], argv: readonly string[]) {
  const words: string[] = [];
  let entry: CommandEntry | undefined;
  let list: readonly CommandEntry[] | undefined = commands;
  while (list) {
    const word = argv[words.length];
    const found: CommandEntry | undefined = list.find((candidate) => candidate.name === word);
    if (!found) {
      if (word !== undefined && !word.startsWith('-') && !entry?.load) throw unknownCommand(word, words, list);
      break;
    }
    words.push(found.name);
    entry = found;
    list = found.commands;
  }
  return { entry, words, rest: argv.slice(words.length) };
}

function unknownCommand(word: string, words: readonly string[], list: readonly CommandEntry[]): HumanError {
  const names = list.map(({ name }) => name);
  const near = nearest(word, names);
  const meant = near === undefined ? '' : ` Did you mean "${['katapath', ...words, near].join(' ')}"?`;
  return usageError(`There is no command "${[...words, word].join(' ')}".${meant}`, words);
}

function parse(command: Command, words: readonly string[], args: readonly string[]) {
  const options = command.options ?? {};
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { positionals, options: values };
  } catch (error) {
    const said = `${toSentence(error).split('. To specify')[0]}.`;
    const flag = /^Unknown option '--([^'=]+)/.exec(said)?.[1];
    const near = flag === undefined ? undefined : nearest(flag, Object.keys(options));
    throw usageError(near === undefined ? said : `${said} Did you mean "--${near}"?`, words);
  }
}

function usageError(message: string, words: readonly string[]): HumanError {
  return new HumanError(message, { next: `Run "${['katapath', ...words, '--help'].join(' ')}" to see what there is.` });
}

function help(commands: readonly CommandEntry[], words: readonly string[]): string {
  const rows = commands.flatMap((command) =>
    rowsOf(command, command.name === words.at(-1) ? words.slice(0, -1) : words),
  );
  const width = Math.min(52, Math.max(...rows.map(([left]) => left.length)));
  const lines = rows.map(([left, right]) =>
    left.length > width ? `  ${left}\n  ${' '.repeat(width)}  ${right}` : `  ${left.padEnd(width)}  ${right}`,
  );
  return `Katapath practises software engineering: katas, design documents, progress.\n\n${lines.join('\n')}\n\nExit codes: 0 fine, 1 problems or a verdict other than passed, 2 usage or environment.\n`;
}

function rowsOf(command: CommandEntry, words: readonly string[]): [string, string][] {
  if (command.commands) return command.commands.flatMap((child) => rowsOf(child, [...words, command.name]));
  return [[[...words, command.name, command.usage].filter(Boolean).join(' '), command.summary]];
}
