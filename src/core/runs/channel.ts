import type { SourcePlace, TestFailure } from './event.ts';
import type { Observation } from './observation.ts';

/**
 * One line that a harness wrote on its private channel: the run's secret, a space, and a JSON value. A line without
 * the secret was written by the code under test and says nothing; so does one of an unknown shape.
 *
 * `undefined` is returned for both. `done` and `memory` become an ending.
 */
export function readChannelLine(line: string, secret: string, memoryMb: number): Observation | undefined {
  if (!line.startsWith(`${secret} `)) return undefined;
  const message = parseRecord(line.slice(secret.length + 1));
  if (!message) return undefined;
  const name = String(message.name ?? '');
  const stage = String(message.stage ?? '');
  switch (message.kind) {
    case 'test-started':
      return { kind: 'test-started', name, stage };
    case 'test-finished': {
      const { outcome, durationMs, failure, place } = message;
      return {
        kind: 'test-finished',
        test: {
          name,
          stage,
          outcome: outcome === 'passed' || outcome === 'skipped' ? outcome : 'failed',
          ...(typeof durationMs === 'number' && { durationMs }),
          ...(isRecord(failure) && { failure: toFailure(failure) }),
          ...withPlace(place),
        },
      };
    }
    case 'trouble': {
      const { trouble, text } = message;
      const kind = trouble === 'compile' || trouble === 'load' ? trouble : 'stray';
      return { kind: 'trouble', trouble: { kind, message: String(text), ...withPlace(message.place) } };
    }
    case 'measured':
      return { kind: 'measured', file: String(message.file), counts: message.counts };
    case 'returned':
      return { kind: 'returned', value: message.value };
    case 'variant-started':
    case 'variant-finished':
      return { kind: message.kind, index: Number(message.index) };
    case 'memory':
      return { kind: 'ended', ending: { how: 'memory', megabytes: memoryMb } };
    case 'done':
      return { kind: 'ended', ending: { how: 'done' } };
    default:
      return undefined;
  }
}

function toFailure({ message, expected, actual, details, stack }: Record<string, unknown>): TestFailure {
  return {
    message: String(message),
    ...(typeof expected === 'string' && { expected }),
    ...(typeof actual === 'string' && { actual }),
    ...(typeof details === 'string' && { details }),
    stack: Array.isArray(stack) ? stack.flatMap((frame: unknown) => toPlace(frame) ?? []) : [],
  };
}

function withPlace(value: unknown): { place?: SourcePlace } {
  const place = toPlace(value);
  return place ? { place } : {};
}

function toPlace(value: unknown): SourcePlace | undefined {
  if (!isRecord(value) || typeof value.file !== 'string' || typeof value.line !== 'number') return undefined;
  const { file, line, column } = value;
  return typeof column === 'number' ? { file, line, column } : { file, line };
}

function parseRecord(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
