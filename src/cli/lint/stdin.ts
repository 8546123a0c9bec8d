import { resolve } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import { keepsBytes } from '../../node/documents/decode.ts';
import { toName } from '../../node/documents/files.ts';
import { stringOption, type Arguments, type CliContext } from '../command.ts';

/** The text that `--stdin` brings, under the name that `--stdin-filename` gives it; undefined when neither is there. */
export async function readStdin(
  { stdin, cwd }: CliContext,
  args: Arguments,
  root: string,
): Promise<{ file: string; text: string } | undefined> {
  const name = stringOption(args, 'stdin-filename');
  if (!args.options['stdin']) {
    if (name === undefined) return undefined;
    throw new HumanError('--stdin-filename is the name of a text that --stdin brings.', {
      next: `Add --stdin, or name the file itself: katapath lint ${name}.`,
    });
  }
  if (!name)
    throw new HumanError('--stdin needs the name the text has.', {
      next: 'Add --stdin-filename docs/adr/0001-words.md.',
    });
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Buffer));
  const bytes = Buffer.concat(chunks);
  if (args.options['fix'] && !keepsBytes(bytes))
    throw new HumanError(`${name} is not UTF-8, and fixing it would lose the bytes that are not.`, {
      next: 'Save it as UTF-8, then fix it.',
    });
  return { file: toName(root, resolve(cwd, name)), text: bytes.toString('utf8') };
}
