import type { ParseArgsConfig } from 'node:util';

/** What a command may touch; the root makes one, a test makes its own. */
export interface CliContext {
  /** The folder the person stands in, absolute. */
  readonly cwd: string;
  /** Where the package lies: `katas/`, `dist/`. */
  readonly packageRoot: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadableStream;
  /** Says something to a person, on stdout or stderr; the caller ends its own lines. Nothing in it acts on the terminal. */
  out(text: string): void;
  err(text: string): void;
  /** Hands over a file on stdout as it is, for a program to take: a page, a document, workflow commands. */
  hand(text: string): void;
  /** Whether anybody still reads what is written to stdout; without it, somebody does. */
  isHeard?(): boolean;
  /** Aborted by Ctrl+C and by SIGTERM. Only who waits for others asks for it: what computes is ended at once without. */
  readonly signal: AbortSignal;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
}

/** Exit codes are part of the contract: 0 fine, 1 problems or a verdict other than passed, 2 usage or environment. */
export type ExitCode = 0 | 1 | 2;

/** One command of the command line, in one file. */
export interface Command {
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  run(context: CliContext, args: Arguments): Promise<ExitCode>;
}

/** A command as lists and help know it. Its code is read when it is asked for. A group such as `kata` has `commands`. */
export interface CommandEntry {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the name: `[paths…] [--fix]`. */
  readonly usage?: string;
  readonly commands?: readonly CommandEntry[];
  load?(): Promise<Command>;
}

export const formatOption = { format: { type: 'string' as const } };

/** A string option, or undefined when it was not given. */
export function stringOption(args: Arguments, name: string): string | undefined {
  const value = args.options[name];
  return typeof value === 'string' ? value : undefined;
}
