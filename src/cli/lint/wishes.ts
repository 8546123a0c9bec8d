import { resolve } from 'node:path';
import { didYouMean } from '../../core/text/didYouMean.ts';
import { HumanError } from '../../core/errors.ts';
import type { Config } from '../../core/documents/index.ts';
import { findWorkspace } from '../../node/findWorkspace.ts';
import { toName } from '../../node/documents/files.ts';
import { stringOption, type Arguments, type CliContext } from '../command.ts';
import { readFormat } from '../print.ts';
import { reportFormats } from './formats/index.ts';
import { readShard, type Shard } from './shard.ts';
import { readStdin } from './stdin.ts';

/** What a person asked of `lint`, once it is known to make sense. */
export interface Wishes {
  readonly format: (typeof reportFormats)[number];
  readonly place: Place;
  readonly maxWarnings: number | undefined;
  /** A commit: only what differs from it. */
  readonly since: string | undefined;
  readonly shard: Shard | undefined;
  readonly stdin: { readonly file: string; readonly text: string } | undefined;
  readonly fix: boolean;
  readonly branches: boolean;
  /** The configuration, as far as an option takes its place. */
  readonly adapt: (config: Config, profiles: readonly string[]) => Config;
  /** Files, absolute: what to write, and whose problems are known. */
  readonly writeBaseline: string | undefined;
  readonly baseline: string | undefined;
}

export async function readWishes(context: CliContext, args: Arguments): Promise<Wishes> {
  const format = readFormat(args, reportFormats);
  const maxWarnings = readCount(args, 'max-warnings');
  const root = await findWorkspace(context.cwd);
  const place = { root, cwd: context.cwd, paths: args.positionals };
  const writeBaseline = readWriteBaseline(args, place);
  const [baseline, shard] = [stringOption(args, 'baseline'), stringOption(args, 'shard')];
  return {
    format,
    place,
    maxWarnings,
    since: stringOption(args, 'changed'),
    shard: shard === undefined ? undefined : readShard(shard),
    stdin: await readStdin(context, args, root),
    fix: args.options['fix'] === true,
    branches: args.options['branches'] === true,
    adapt: (config, profiles) => withProfile(config, args, profiles),
    writeBaseline,
    baseline: writeBaseline ?? (baseline === undefined ? undefined : resolve(context.cwd, baseline)),
  };
}

export interface Place {
  readonly root: string;
  readonly cwd: string;
  readonly paths: readonly string[];
}

/** The paths as the root's documents call them; the whole is the empty one. */
export const toNames = ({ root, cwd, paths }: Place) =>
  (paths.length ? paths : ['.']).map((path) => toName(root, resolve(cwd, path)));

/** Where to write a baseline. It is of everything: what a part of a run does not see would be forgotten. */
function readWriteBaseline(args: Arguments, place: Place): string | undefined {
  const write = stringOption(args, 'write-baseline');
  if (write === undefined) return undefined;
  const narrowing = ['changed', 'shard', 'stdin'].filter((name) => args.options[name] !== undefined);
  if (narrowing.length > 0 || !toNames(place).includes(''))
    throw new HumanError('A baseline is of all documents, and this run would look at some of them only.', {
      next: `Run it in ${place.root}, without paths${narrowing.map((name) => ` and without --${name}`).join('')}.`,
    });
  return resolve(place.cwd, write);
}

/** `--profile` settles the format of everything that is checked. */
function withProfile(config: Config, args: Arguments, ids: readonly string[]): Config {
  const profile = stringOption(args, 'profile');
  if (profile === undefined) return config;
  if (!ids.includes(profile))
    throw new HumanError(`There is no profile "${profile}".${didYouMean(profile, ids)}`, {
      next: `Use one of: ${ids.join(', ')}.`,
    });
  return { ...config, documents: [{ files: '**', profile }] };
}

function readCount(args: Arguments, name: string): number | undefined {
  const text = stringOption(args, name);
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new HumanError(`--${name} takes a number, not "${text}".`, { next: `Write it as --${name} 10.` });
}
