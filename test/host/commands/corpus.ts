import { run as runBench } from './bench.ts';

/** `npm run corpus`: what the document checks say about published documents. */
export async function run(args: string[]): Promise<number> {
  return runBench(['corpus', ...args]);
}
