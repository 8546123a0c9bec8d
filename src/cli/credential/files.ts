import { decodeUtf8 } from '../../core/credential/decodeUtf8.ts';
import { HumanError } from '../../core/errors.ts';
import { readAsked } from '../../node/readGiven.ts';
import { writeAsked } from '../../node/whereAsked.ts';
import type { CliContext } from '../command.ts';

/** Empty when it is not UTF-8: then it is no credential either. */
export async function readText(context: CliContext, file: string): Promise<string> {
  return decodeUtf8(await readAsked(context.cwd, file)) ?? '';
}

/** Never writes over a file: a credential may be the only copy. */
export function writeFresh({ cwd }: CliContext, file: string, text: string): Promise<void> {
  return writeAsked({ cwd, file, over: false }, text);
}

/** The first word after the command, or what to say when there is none. */
export function requireFirst(positionals: readonly string[], what: string, next: string): string {
  const [first] = positionals;
  if (first !== undefined) return first;
  throw new HumanError(`Say which ${what}.`, { next });
}
