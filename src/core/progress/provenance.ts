import type { DeviceAdopted, DeviceReleased, ProgressEvent } from '../model/event.ts';
import type { IsSigned, LogSignature } from './signature.ts';

/** What is known before any entry is believed. */
export interface Known {
  /** The ids of this computer, each with the key it signs with; empty where it has none, which nobody can sign with. */
  readonly roots: ReadonlyMap<string, string>;
  /** Whether an entry, by its hash, stands in this computer's own log: nobody else writes there. */
  readonly isInLog: (hash: string) => boolean;
  /** What was found beside entries anywhere else. Nothing in them is true before `isSigned` says so. */
  readonly signatures: readonly LogSignature[];
  readonly isSigned: IsSigned;
}

/**
 * Whose word an entry is.
 *
 * - `own`: proved to be of this computer or of one the learner adopted. Only these count.
 * - `foreign`: of somebody else, or of a device of the learner's that was not adopted yet.
 * - `unsigned`: under the name of a device of the learner's, and nothing proves it: 0.1.0 wrote so, and anybody can.
 * - `forged`: under the name of a device of the learner's, signed by another key than that device's.
 */
export type Provenance = 'own' | 'foreign' | 'unsigned' | 'forged';

/** Who counts, as the entries that are proved themselves say. */
export interface Trust {
  /** The learner's devices, each with the keys that may sign for it. */
  readonly devices: ReadonlyMap<string, ReadonlySet<string>>;
  readonly isProved: (hash: string) => boolean;
  /** A signature that names an entry, by whomever; its own device's, if there is one. */
  readonly claimOf: (event: ProgressEvent) => LogSignature | undefined;
}

/** The one place where it is decided whose word an entry is. */
export function provenanceOf(event: ProgressEvent, { devices, isProved, claimOf }: Trust): Provenance {
  const isOfOwnDevice = devices.has(event.dev);
  if (isProved(event.h)) return isOfOwnDevice ? 'own' : 'foreign';
  const claim = claimOf(event);
  if (!claim) return isOfOwnDevice ? 'unsigned' : 'foreign';
  const keys = devices.get(claim.device);
  // A device that was adopted before there were keys is adopted once more, to have its key known.
  if (keys?.size === 0) return 'foreign';
  return keys !== undefined || isOfOwnDevice ? 'forged' : 'foreign';
}

/**
 * From the roots outward: what their keys signed is proved, a proved adoption makes another device and its key count,
 * and what that one signed is proved in turn. A laptop that knew the desktop brings it along. Only a root can release,
 * and only if its word is the later one.
 *
 * `events` in order, as `sortEvents` gives them.
 */
export function readTrust(events: readonly ProgressEvent[], { roots, isInLog, signatures, isSigned }: Known): Trust {
  const bySigner = groupBy(signatures, nameOf);
  const proved = new Set<string>();
  const isProved = (hash: string) => isInLog(hash) || proved.has(hash);
  const words = events.flatMap((event, at) => (event.type.startsWith('device.') ? [{ event, at }] : []));
  const believe = (signer: string) => {
    const isNews = bySigner.get(signer)?.filter(isSigned) ?? [];
    bySigner.delete(signer);
    for (const { hashes } of isNews) for (const hash of hashes) proved.add(hash);
    return isNews.length > 0;
  };
  for (;;) {
    const devices = devicesOf(
      words.filter(({ event }) => isProved(event.h)),
      roots,
    );
    const signers = [...devices].flatMap(([device, keys]) => [...keys].map((key) => nameOf({ device, key })));
    if (signers.map(believe).includes(true)) continue;
    return { devices, isProved, claimOf: claimsIn(signatures) };
  }
}

function claimsIn(signatures: readonly LogSignature[]): Trust['claimOf'] {
  const claims = new Map<string, LogSignature[]>();
  for (const claim of signatures) {
    for (const hash of claim.hashes) {
      const before = claims.get(hash);
      if (before) before.push(claim);
      else claims.set(hash, [claim]);
    }
  }
  return ({ h, dev }) => claims.get(h)?.find(({ device }) => device === dev) ?? claims.get(h)?.[0];
}

function devicesOf(
  words: readonly { readonly event: ProgressEvent; readonly at: number }[],
  roots: Known['roots'],
): Map<string, Set<string>> {
  const released = new Map<string, number>();
  for (const { event, at } of words)
    if (event.type === 'device.released' && roots.has(event.dev))
      released.set((event as ProgressEvent & DeviceReleased).device, at);
  const devices = new Map([...roots].map(([device, key]) => [device, new Set([key])]));
  for (let before = -1; before < devices.size;) {
    before = devices.size;
    for (const { event, at } of words) {
      if (event.type !== 'device.adopted' || !devices.has(event.dev)) continue;
      const { device, key } = event as ProgressEvent & DeviceAdopted;
      if (at < (released.get(device) ?? -1)) continue;
      const keys = devices.get(device) ?? new Set();
      devices.set(device, key === undefined ? keys : keys.add(key));
    }
  }
  return devices;
}

function nameOf({ device, key }: { device: string; key: string }): string {
  return `${device} ${key}`;
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
