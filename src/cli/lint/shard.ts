import { HumanError } from '../../core/errors.ts';

/** One of `count` parts of a run; the first is 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** `2/4`: the second of four. */
export function readShard(words: string): Shard {
  const found = /^(\d+)\/(\d+)$/.exec(words);
  const [index, count] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || index < 1 || index > count) {
    throw new HumanError(`"${words}" is not a shard.`, { next: 'Write it as i/n, from 1/n to n/n: --shard 1/4.' });
  }
  return { index, count };
}

/** Of `2/4` every fourth file from the second on, in the order of paths; together the shards are the whole. */
export function takeShard(files: readonly string[], shard: Shard | undefined): readonly string[] {
  return shard ? files.filter((_file, place) => place % shard.count === shard.index - 1) : files;
}
