import { Random, seedFor } from './random.js';

/** The timed faults of a seed: partitions, crashes and skews, all of them over by `until`. */
export function drawFaults(seed, weather, nodes, until) {
  const random = new Random(seedFor(seed, 'faults'));
  const able = nodes.filter((node) => !weather.spared?.includes(node));
  const faults = [];
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
export function drawMessageFaults(seed, weather, message) {
  const { loss = 0, duplication = 0, lateness = 0, late = 200 } = weather;
  if (loss === 0 && duplication === 0 && lateness === 0) return [];
  const random = new Random(seedFor(seed, 'message', message.from, message.to, message.nth));
  if (random.chance(loss)) return [{ kind: 'drop', ...message }];
  const faults = [];
  if (random.chance(duplication)) faults.push({ kind: 'duplicate', ...message, after: random.between(1, late) });
  if (random.chance(lateness)) faults.push({ kind: 'delay', ...message, by: random.between(1, late) });
  return faults;
}

/** A fault in words, as it stands in a report. */
export function describeFault(fault) {
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
};

/** Those that had begun by then. */
export function faultsUntil(time, faults) {
  return faults.filter((fault) => !('at' in fault) || fault.at <= time);
}
