import { seeded } from '../../core/credential/mutate.ts';
import { lengthen, LONGEST, mutate } from './mutate.ts';
import type { Reader } from './readers.ts';

/** What reading the inputs of one reader came to. */
export interface Reading {
  readonly name: string;
  count: number;
  /** Inputs at which something else than a refusal was thrown. */
  readonly failures: { readonly number: number; readonly error: unknown }[];
  /** Milliseconds of processor time for 100 kB, of the worst input; a shorter one counts as if it were that long. */
  worst: number;
  /** The number of that input: `inputOf` makes it again. */
  worstNumber: number;
}

/** One input in this many is made as long as what is still read in one go. */
const LONG_EVERY = 50;
/** Anything slower is measured again: another program, or the collector, may have had the time. */
const SUSPECT = 50;

/** The input of a number, the same on every machine. */
export function inputOf({ seeds }: Reader, number: number): string {
  const random = seeded(number);
  const text = mutate(seeds, random);
  return number % LONG_EVERY === 0 ? lengthen(text, random) : text;
}

/** Reads the inputs of these numbers, one after the other. */
export async function readAll(reader: Reader, from: number, count: number): Promise<Reading> {
  const reading: Reading = { name: reader.name, count, failures: [], worst: 0, worstNumber: from };
  for (let number = from; number < from + count; number++) {
    const text = inputOf(reader, number);
    try {
      let taken = await timeOf(reader, text);
      for (let again = 0; again < 4 && taken > Math.max(SUSPECT, reading.worst); again++)
        taken = Math.min(taken, await timeOf(reader, text));
      if (taken > reading.worst) Object.assign(reading, { worst: taken, worstNumber: number });
    } catch (error) {
      reading.failures.push({ number, error });
    }
  }
  return reading;
}

async function timeOf(reader: Reader, text: string): Promise<number> {
  const before = process.cpuUsage();
  await reader.read(text);
  const { user, system } = process.cpuUsage(before);
  return (((user + system) / 1000) * LONGEST) / Math.max(text.length, LONGEST);
}
