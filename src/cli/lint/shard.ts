import { HumanError } from '../../core/errors.ts';

/** `2/4`: every fourth file from the second on, in the order of paths; together the shards are the whole. */
export function takeShard(files: readonly string[], shard: string | undefined): string[] {
  if (shard === undefined) return [...files];
  const found = /^(\d+)\/(\d+)$/.exec(shard);
  const [index, count] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || index < 1 || index > count) {
    throw new HumanError(`"${shard}" is not a shard.`, { next: 'Write it as i/n, from 1/n to n/n: --shard 1/4.' });
  }
  return files.filter((_file, place) => place % count === index - 1);
}
