import { v7 as uuidv7 } from 'uuid';
import { HumanError } from '../errors.ts';
import type { Clock } from '../ports.ts';
import { EVENT_VERSION, type KnownEvent, type NewEvent, type ProgressEvent } from '../model/event.ts';
import { hashBody } from './hash.ts';
import { encodeEvent } from './log.ts';

/** `prev` of the first event of a log. */
export const GENESIS = '0'.repeat(64);

/** Longer evidence belongs in a file of its own, named by its digest. */
export const MAX_LINE_BYTES = 64 * 1024;

/** An id further ahead of the clock than this is a wrong clock's, and is not followed. */
const DAY = 24 * 60 * 60 * 1000;

/** The last moment a date of four digits can say; an id has room for it. */
const LATEST = Date.UTC(9999, 11, 31);

/** Where a log stands: what its next event must follow. */
export interface LogHead {
  readonly dev: string;
  readonly slot: number;
  readonly seq: number;
  readonly prev: string;
}

/**
 * Makes lines of new events, each chained to the one before.
 *
 * The id's time is the clock's, or one millisecond after `last` where the clock has fallen behind: a revoke then
 * always sorts after what it revokes, and an untick after its tick, however the clock was set. Where `last` lies more
 * than a day ahead, by another computer's wrong clock or by somebody's malice, its id is left alone: the new event says
 * that it comes `after` it, so that ids never leave the range of the clock.
 */
export function sealEvents(
  bodies: readonly NewEvent[],
  head: LogHead,
  { last, clock }: { last: Pick<ProgressEvent, 'id' | 'h' | 'after'> | undefined; clock: Clock },
): KnownEvent[] {
  const now = Math.min(clock(), LATEST - bodies.length);
  const at = new Date(now).toISOString();
  const isFarAhead = last !== undefined && timeOfId(last.id) > now + DAY;
  const after = isFarAhead ? last.h : last?.after;
  let { seq, prev } = head;
  let time = last === undefined || isFarAhead ? 0 : timeOfId(last.id);
  return bodies.map((body) => {
    time = Math.max(now, time + 1);
    const { type, ...rest } = body;
    const header = {
      v: EVENT_VERSION,
      id: uuidv7({ msecs: time }),
      dev: head.dev,
      slot: head.slot,
      seq: seq++,
      at,
      prev,
    };
    const event = { ...header, ...(after !== undefined && { after }), type, ...rest };
    prev = hashOrRefuse(event);
    const sealed = { ...event, h: prev } as KnownEvent;
    refuseLongLine(sealed);
    return sealed;
  });
}

/** The milliseconds in a version 7 UUID. */
export function timeOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

function hashOrRefuse(event: object): string {
  try {
    return hashBody(event);
  } catch (cause) {
    throw new HumanError('This could not be recorded: a text in it is not valid Unicode.', {
      next: 'Type the note again instead of pasting it.',
      cause,
    });
  }
}

function refuseLongLine(event: KnownEvent): void {
  // A UTF-16 unit is at most three bytes of UTF-8; most lines need no exact count.
  const line = encodeEvent(event);
  if (line.length * 3 <= MAX_LINE_BYTES || new TextEncoder().encode(line).length <= MAX_LINE_BYTES) return;
  throw new HumanError('This could not be recorded: an entry holds at most 64 KiB.', {
    next: 'Put the text in a file and add the file as evidence.',
  });
}
