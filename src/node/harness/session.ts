import { StringDecoder } from 'node:string_decoder';
import type { Limits } from '../../core/model/kata.ts';
import type { Ending, Observation } from '../../core/runs/observation.ts';
import { createStream } from '../../core/runs/stream.ts';
import type { Exit, Running } from '../processes/running.ts';
import { TimeLimits } from '../processes/timeLimits.ts';

/** Printed text that is passed on; more is counted and dropped. */
const keptOutput = 256 * 1024;
/** Printed text after which a run is stopped. */
const mostOutput = 8 * 1024 * 1024;
/** How long a process may take to come up on a busy machine before it is given its job again in another. */
const startMs = 20_000;
/** How long to wait for the pipes of an ended process: something that left its group may hold them open. */
const drainMs = 250;

/** Understands what comes on the channel, piece by piece. `started` says that the limits count from now on. */
export type ChannelReader = (text: string) => Iterable<Observation | 'started'>;

export interface Session {
  /** What to write to the process: its job, for one that waits for it. */
  readonly input: string;
  readonly read: ChannelReader;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  /** A program without a harness of ours: the limits count from its start. */
  readonly isForeign?: boolean;
  /** Megabytes that the process may hold in all, where no limit of its own sees to that. */
  readonly residentMb?: number;
}

/**
 * Tells what happens in a process, until it is done, a limit is reached, it ends or the signal is aborted. The process
 * is over when the last value is out.
 */
export function observeProcess(child: Running, session: Session): AsyncIterable<Observation> {
  const { input, read, limits, signal } = session;
  const stream = createStream<Observation>(() => child.end());
  const times = new TimeLimits(child);
  const errorTail = new Tail(4096);
  let printed = 0;
  let isOver = false;
  /** The harness said so; whatever happens to its process afterwards changes nothing. */
  let isDone = false;

  const stopWatching =
    session.residentMb === undefined
      ? () => undefined
      : child.watchMemory(session.residentMb, () => finish({ how: 'memory', megabytes: limits.memoryMb }));

  function finish(ending: Ending): void {
    if (isOver) return;
    isOver = true;
    times.disarmAll();
    stopWatching();
    signal?.removeEventListener('abort', cancel);
    child.end();
    stream.push({ kind: 'ended', ending: isDone ? { how: 'done' } : ending });
    stream.close();
  }

  const cancel = () => finish({ how: 'cancelled' });

  function arm(name: 'start' | 'test' | 'total', ms: number, ending: Ending): void {
    times.arm(name, ms, () => finish(ending));
  }

  function armTest(): void {
    arm('test', limits.testMs, { how: 'time', limit: 'test', ms: limits.testMs });
  }

  function receive(observation: Observation | 'started'): void {
    if (observation === 'started') {
      times.disarm('start');
      arm('total', limits.totalMs, { how: 'time', limit: 'total', ms: limits.totalMs });
      armTest();
    } else if (observation.kind !== 'ended') {
      armTest();
      stream.push(observation);
    } else if (observation.ending.how === 'done') {
      isDone = true;
      // All that was printed is in the pipes by now; two turns of the loop read it.
      setImmediate(() => setImmediate(() => finish(observation.ending)));
    } else finish(observation.ending);
  }

  const decoder = new StringDecoder();
  child.channel?.on('data', (bytes: Buffer) => {
    if (isOver) return;
    for (const observation of read(decoder.write(bytes))) receive(observation);
  });
  for (const output of child.output) {
    const decoder = new StringDecoder();
    output.on('data', (bytes: Buffer) => {
      if (isOver) return;
      const room = keptOutput - printed;
      printed += bytes.length;
      errorTail.add(bytes);
      if (room > 0) stream.push({ kind: 'output', text: decoder.write(bytes.subarray(0, room)) });
      if (printed > mostOutput) finish({ how: 'output', megabytes: mostOutput / 1024 / 1024 });
    });
  }
  void child.exit.then(async (exit) => {
    if (!isOver) await drained(child);
    finish(endingOf(exit, errorTail.text, limits));
  });

  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel);
  arm('start', startMs, {
    how: 'environment',
    summary: `The process for this run did not start within ${startMs / 1000} s.`,
    next: 'The machine may be very busy: close what you do not need, and run again.',
  });
  if (session.isForeign) receive('started');
  child.input.end(input);
  return stream;
}

function endingOf(exit: Exit, errors: string, limits: Limits): Ending {
  if ('error' in exit)
    return {
      how: 'environment',
      summary: `The program for this run could not be started: ${exit.error.message}.`,
      next: 'Run “Katapath: Check This Machine”, or “katapath doctor”, to see which programs there are.',
    };
  // What V8 and CPython write when there is no memory left, right before the process aborts.
  const ranOut =
    /heap out of memory|Reached heap limit|MemoryError/.test(errors) && (exit.signal !== null || exit.code !== 0);
  return ranOut ? { how: 'memory', megabytes: limits.memoryMb } : { how: 'exit', ...exit };
}

/** Resolves when the channel and the output were read to their end. */
async function drained(child: Running): Promise<void> {
  const streams = [child.channel, ...child.output].filter((stream) => stream !== undefined && !stream.readableEnded);
  const ends = streams.map(
    (stream) => new Promise<void>((resolve) => stream!.once('end', resolve).once('close', resolve)),
  );
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([Promise.all(ends), new Promise((resolve) => (timer = setTimeout(resolve, drainMs)))]);
  clearTimeout(timer);
}

/** The last bytes of a text. */
class Tail {
  private bytes = Buffer.alloc(0);

  constructor(private readonly size: number) {}

  add(more: Buffer): void {
    this.bytes = Buffer.concat([this.bytes, more.subarray(-this.size)]).subarray(-this.size);
  }

  get text(): string {
    return this.bytes.toString('latin1');
  }
}
