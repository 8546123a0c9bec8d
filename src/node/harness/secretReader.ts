import { randomBytes } from 'node:crypto';
import { readChannelLine } from '../../core/runs/channel.ts';
import type { Observation } from '../../core/runs/observation.ts';
import type { ChannelReader } from './session.ts';

/** A line that is longer is not one of a harness of ours. */
const longestLine = 8 * 1024 * 1024;

/** A word that only the host and the harness of one run know. */
export function createSecret(): string {
  return randomBytes(16).toString('hex');
}

/** Reads the lines of a harness of ours, and no line that the code under test has written. */
export function secretReader(secret: string, memoryMb: number): ChannelReader {
  const started = `${secret} "started"`;
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    if (rest.length > longestLine) rest = '';
    return lines.flatMap((line): (Observation | 'started')[] => {
      if (line === started) return ['started'];
      const observation = readChannelLine(line, secret, memoryMb);
      return observation ? [observation] : [];
    });
  };
}
