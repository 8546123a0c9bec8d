import { setImmediate } from 'node:timers/promises';
import type { ProgressEvent } from '../../core/model/event.ts';
import { parseLog, type LineProblem, type ParsedLog, type ParseOptions } from '../../core/progress/log.ts';
import type { LogSignature } from '../../core/progress/signature.ts';

/** About two thousand events: a few milliseconds, after which the editor may have its turn. */
const PIECE = 1024 * 1024;
const NEWLINE = 10;

/** `parseLog` for a long log that ends in a newline. */
export async function parseInPieces(bytes: Buffer, options: ParseOptions & { firstLine: number }): Promise<ParsedLog> {
  const events: ProgressEvent[] = [];
  const lines: number[] = [];
  const signatures: LogSignature[] = [];
  const problems: LineProblem[] = [];
  let firstLine = options.firstLine;
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, Math.min(start + PIECE, bytes.length - 1)) + 1;
    const piece = parseLog(bytes.toString('utf8', start, end), { ...options, firstLine });
    for (const event of piece.events) events.push(event);
    for (const line of piece.lines) lines.push(line);
    signatures.push(...piece.signatures);
    problems.push(...piece.problems);
    firstLine = piece.nextLine;
    start = end;
    if (start < bytes.length) await setImmediate();
  }
  return { events, lines, signatures, problems, nextLine: firstLine };
}
