import type { Clock } from './token-bucket.ts';

/** Numbers that all nodes see. Both calls throw when the store cannot be reached. */
export interface Store {
  /** What is written under a name; undefined when there is nothing, or nothing any more. */
  read(name: string): { value: number; version: number } | undefined;
  /**
   * Writes only if nobody has written since that version was read (0: since nothing was there), and says whether it did.
   * The entry vanishes `ttlMs` after its last write.
   */
  write(name: string, value: number, version: number, ttlMs: number): boolean;
}

export interface SharedLimiterOptions {
  limit: number;
  windowMs: number;
  store: Store;
  clock: Clock;
  /** What to answer when the store cannot be reached. */
  whenDown: 'allow' | 'refuse';
  /** How often to try when other nodes write in between. */
  attempts?: number;
}

/** One limit for all nodes: two counters for each key, this window's and the last one's. */
export class SharedLimiter {
  constructor(options: SharedLimiterOptions) {}

  allow(key: string): boolean {
    throw new Error('allow is not written yet');
  }
}
