import { makeVisible } from '../core/text/visible.ts';
import type { CliContext } from './command.ts';

/**
 * A terminal on which what a command says is only read. The names and words of a repository could hold escapes, hide, or
 * begin a line as the commands of a workflow do; whatever is said goes through here.
 */
export function speakPlainly(terminal: Omit<CliContext, 'hand'>, onAnswer: () => void): CliContext {
  // A copy that asks for nothing: stdin is made when it is read, and reading the signal is what makes a command answer it.
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(terminal)) as typeof terminal;
  const answer = (text: string) => {
    onAnswer();
    terminal.out(text);
  };
  return Object.assign(copy, {
    out: (text: string) => answer(withoutCommands(makeVisible(text))),
    err: (text: string) => terminal.err(withoutCommands(makeVisible(text))),
    hand: answer,
  });
}

/** A runner of workflows takes lines that begin with `::` for commands, and `##[` anywhere in one. */
function withoutCommands(text: string): string {
  return text.replaceAll(/^(\s*):(?=:)/gm, '$1⟨U+003A⟩').replaceAll('##[', '#⟨U+0023⟩[');
}
