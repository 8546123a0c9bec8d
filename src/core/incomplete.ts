import { TimeIsUp } from './budget.ts';
import type { Problem } from './problem.ts';

/** What is said of a file whose check came to no end: the others are checked all the same. */
export function toIncomplete(code: string, error: unknown, text: string): Problem {
  const range = { start: 0, end: Math.max(text.split(/[\r\n]/, 1)[0]!.length, Math.min(text.length, 1)) };
  if (error instanceof TimeIsUp) {
    const message = `This check was given up after ${error.seconds} s, and what stands here may be incomplete. Split the file into several, or leave it out with "ignore" in .katapath/config.json.`;
    return { code, severity: 'info', message, range };
  }
  const reason = error instanceof Error ? error.message : String(error);
  const message = `This file could not be checked, and that is a fault of Katapath (${reason}). Please report it, and leave the file out with "ignore" in .katapath/config.json until it is mended.`;
  return { code, severity: 'error', message, range };
}
