import type { DiskFault } from './disk.ts';
import { Random, seedFor } from './random.ts';

/** One thing that goes wrong. The list of them is the schedule: it can be written by hand, drawn by lot, and shrunk. */
export type Fault =
  | {
      readonly kind: 'partition';
      readonly at: number;
      readonly until: number;
      readonly groups: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'crash';
      readonly at: number;
      readonly until: number;
      readonly node: string;
      readonly disk: DiskFault;
    }
  | { readonly kind: 'skew'; readonly at: number; readonly node: string; readonly by: number }
  /** The `nth` message (from 1) that is sent from one node to another. */
  | { readonly kind: 'drop'; readonly from: string; readonly to: string; readonly nth: number }
  | {
      readonly kind: 'duplicate';
      readonly from: string;
      readonly to: string;
      readonly nth: number;
      readonly after: number;
    }
  | { readonly kind: 'delay'; readonly from: string; readonly to: string; readonly nth: number; readonly by: number };

/** How often things go wrong when faults are drawn by lot. Absent means never. */
export interface Weather {
  /** Probability that a message is lost, delivered twice, or held up for long. */
  readonly loss?: number;
  readonly duplication?: number;
  readonly lateness?: number;
  /** How many of each in a run, at most. */
  readonly partitions?: number;
  readonly crashes?: number;
  readonly skews?: number;
  /** What crashes may do to a disk; `['kept']` when absent. */
  readonly disks?: readonly DiskFault[];
  /** How far a clock is set forward or back, at most, in milliseconds; 100 when absent. */
  readonly skew?: number;
  /** How late a late message is, at most; 200 when absent. */
  readonly late?: number;
  /** Nodes that never crash, are never cut off and whose clock is right: clients, for example. */
  readonly spared?: readonly string[];
}

/** The timed faults of a seed: partitions, crashes and skews, all of them over by `until`. */
export function drawFaults(seed: number, weather: Weather, nodes: readonly string[], until: number): Fault[] {
  const random = new Random(seedFor(seed, 'faults'));
  const able = nodes.filter((node) => !weather.spared?.includes(node));
  const faults: Fault[] = [];
  if (able.length === 0) return faults;
  const interval = () => {
    const at = random.below(Math.max(1, until - 20));
    return { at, until: Math.min(until, at + random.between(20, Math.max(20, Math.floor(until / 3)))) };
  };
  for (let count = random.below((weather.partitions ?? 0) + 1); count > 0; count--) {
    const mixed = random.shuffle(able);
    const cut = mixed.length < 2 ? 1 : random.between(1, mixed.length - 1);
    faults.push({ kind: 'partition', ...interval(), groups: [mixed.slice(0, cut).sort(), mixed.slice(cut).sort()] });
  }
  for (let count = random.below((weather.crashes ?? 0) + 1); count > 0; count--)
    faults.push({
      kind: 'crash',
      ...interval(),
      node: random.pick(able),
      disk: random.pick(weather.disks ?? ['kept']),
    });
  for (let count = random.below((weather.skews ?? 0) + 1); count > 0; count--) {
    const most = weather.skew ?? 100;
    faults.push({ kind: 'skew', at: random.below(until), node: random.pick(able), by: random.between(-most, most) });
  }
  return faults;
}

/** What happens to one message, drawn from its own place alone: taking other faults away does not change it. */
export function drawMessageFaults(
  seed: number,
  weather: Weather,
  message: { readonly from: string; readonly to: string; readonly nth: number },
): Fault[] {
  const { loss = 0, duplication = 0, lateness = 0, late = 200 } = weather;
  if (loss === 0 && duplication === 0 && lateness === 0) return [];
  const random = new Random(seedFor(seed, 'message', message.from, message.to, message.nth));
  if (random.chance(loss)) return [{ kind: 'drop', ...message }];
  const faults: Fault[] = [];
  if (random.chance(duplication)) faults.push({ kind: 'duplicate', ...message, after: random.between(1, late) });
  if (random.chance(lateness)) faults.push({ kind: 'delay', ...message, by: random.between(1, late) });
  return faults;
}

/** A fault in words, as it stands in a report. */
export function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case 'partition':
      return `${fault.at}–${fault.until} ms: ${fault.groups.map((group) => group.join(' ')).join(' | ')} cannot reach each other`;
    case 'crash':
      return `${fault.at}–${fault.until} ms: ${fault.node} is down; ${diskAfter[fault.disk]}`;
    case 'skew':
      return `${fault.at} ms: the clock of ${fault.node} is set ${fault.by < 0 ? 'back' : 'forward'} by ${Math.abs(fault.by)} ms`;
    case 'drop':
      return `message ${fault.nth} from ${fault.from} to ${fault.to} is lost`;
    case 'duplicate':
      return `message ${fault.nth} from ${fault.from} to ${fault.to} arrives again ${fault.after} ms later`;
    case 'delay':
      return `message ${fault.nth} from ${fault.from} to ${fault.to} is ${fault.by} ms late`;
  }
}

/** What a crash leaves of a disk, in words. */
export const diskAfter = {
  kept: 'what it synced is kept',
  torn: 'what it synced is kept, and of the rest a torn beginning',
  lost: 'its disk is lost',
} as const;

/** Those that had begun by then. */
export function faultsUntil(time: number, faults: readonly Fault[]): readonly Fault[] {
  return faults.filter((fault) => !('at' in fault) || fault.at <= time);
}
