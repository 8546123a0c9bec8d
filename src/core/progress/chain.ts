import type { ParsedLog } from './log.ts';
import { GENESIS } from './seal.ts';

/** A place where a log does not continue the line before. */
export interface ChainBreak {
  readonly line: number;
  /** `fork`: it follows an earlier line, because two windows wrote at once. `gap`: what it follows is not there. */
  readonly kind: 'fork' | 'gap';
}

/**
 * Where the chain of one window's log is broken. It detects accidents and casual edits. It is no proof of honesty:
 * whoever owns the file can write it anew.
 */
export function findChainBreaks({ events, lines }: ParsedLog): ChainBreak[] {
  const breaks: ChainBreak[] = [];
  const seen = new Set([GENESIS]);
  let expected = GENESIS;
  events.forEach(({ prev, h }, index) => {
    if (prev !== expected) breaks.push({ line: lines[index]!, kind: seen.has(prev) ? 'fork' : 'gap' });
    seen.add(h);
    expected = h;
  });
  return breaks;
}
