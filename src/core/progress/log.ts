import type { ProgressEvent } from '../model/event.ts';
import { hashBody } from './hash.ts';
import { findBareFlaw, findFlaw } from './shape.ts';
import { readSignature, type LogSignature } from './signature.ts';

/** A line that could not be read. `line` is 1-based; the words follow "Line 7: ". */
export interface LineProblem {
  readonly line: number;
  readonly kind: 'conflict-marker' | 'not-an-event' | 'changed' | 'too-long';
  readonly words: string;
}

export interface ParsedLog {
  readonly events: readonly ProgressEvent[];
  /** The line each event stands in, 1-based. */
  readonly lines: readonly number[];
  /** Lines that say, signed, whose entries are; whether the signatures are good is not looked at here. */
  readonly signatures: readonly LogSignature[];
  readonly problems: readonly LineProblem[];
  /** The number of the line after the last. */
  readonly nextLine: number;
}

export interface ParseOptions {
  readonly verify: boolean;
  readonly isKnown?: (hash: string) => boolean;
  /** The number of the first line; 1 unless the text is a later part of a log. */
  readonly firstLine?: number;
}

/** Above what is ever written (64 KiB, a signature 132 KiB); a line beyond it is not worth parsing. */
const LONGEST_LINE = 256 * 1024;
const CONFLICT_MARKER = /^(<{7}|={7}|>{7}|\|{7})( |$)/;

/** One line of a log, without its newline. */
export function encodeEvent(event: ProgressEvent): string {
  return JSON.stringify(event);
}

/** The text of a log or bundle that holds these events. */
export function encodeLog(events: readonly ProgressEvent[]): string {
  return events.map((event) => `${encodeEvent(event)}\n`).join('');
}

/**
 * Reads every line it can. A bad line costs itself and nothing else: a byte order mark, CRLF, empty lines, reordered
 * keys and git's conflict markers are all survived, both sides of a conflict are read.
 *
 * Lines whose `h` is known already are skipped unread; `isKnown` is told of each `h`, so that it can keep a list of what
 * the file holds. `verify` checks shape and hash, which is what takes time: the learner's own log is read without it, and
 * verified in idle time.
 */
export function parseLog(text: string, { verify, isKnown, firstLine = 1 }: ParseOptions): ParsedLog {
  const events: ProgressEvent[] = [];
  const lines: number[] = [];
  const signatures: LogSignature[] = [];
  const problems: LineProblem[] = [];
  let line = firstLine - 1;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const content = text.slice(start, text.charCodeAt(end - 1) === 0x0d ? end - 1 : end);
    start = end + 1;
    line++;
    if (content === '' || isKnown?.(hashOf(content))) continue;
    const read = parseLine(content, verify);
    if ('words' in read) problems.push({ line, ...read });
    else if ('signature' in read) signatures.push(read.signature);
    else {
      events.push(read.event);
      lines.push(line);
    }
  }
  return { events, lines, signatures, problems, nextLine: line + 1 };
}

/** Whether an event that was read on trust deserved it: well formed, and still what its `h` says. */
export function isGenuine(event: ProgressEvent): boolean {
  return findFlaw(event) === undefined && hasItsHash(event);
}

function hasItsHash(event: ProgressEvent): boolean {
  const { h, ...body } = event;
  try {
    return hashBody(body) === h;
  } catch {
    return false;
  }
}

function parseLine(
  content: string,
  verify: boolean,
): { event: ProgressEvent } | { signature: LogSignature } | Omit<LineProblem, 'line'> {
  if (content.length > LONGEST_LINE) return { kind: 'too-long', words: 'longer than any entry can be' };
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return CONFLICT_MARKER.test(content)
      ? { kind: 'conflict-marker', words: 'a conflict marker of git' }
      : { kind: 'not-an-event', words: 'not JSON' };
  }
  const signature = readSignature(value);
  if (signature) return { signature };
  const flaw = verify ? findFlaw(value) : findBareFlaw(value);
  if (flaw) return { kind: 'not-an-event', words: flaw };
  const event = value as ProgressEvent;
  if (verify && !hasItsHash(event)) return { kind: 'changed', words: 'changed after it was written' };
  return { event };
}

/** `h` is always written last: `…,"h":"<64 hex digits>"}`. Empty for a reformatted line, which is parsed instead. */
function hashOf(content: string): string {
  return content.endsWith('"}') && content.slice(-71, -66) === '"h":"' ? content.slice(-66, -2) : '';
}
