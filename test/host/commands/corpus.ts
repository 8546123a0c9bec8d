import { runBench } from './bench.ts';

/** `npm run corpus`: how the checks fare on published documents. */
export const run = (args: readonly string[]): Promise<number> => runBench('corpus', args);
