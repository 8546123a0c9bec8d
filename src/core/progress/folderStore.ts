import type { Catalog } from '../model/catalog.ts';
import { HumanError } from '../errors.ts';
import type { Clock, Folder } from '../ports.ts';
import type { KnownEvent, NewEvent, ProgressEvent } from '../model/event.ts';
import { EventSet } from './eventSet.ts';
import { encodeLog, parseLog, type LineProblem } from './log.ts';
import { notices } from './notices.ts';
import { Queue } from './queue.ts';
import { GENESIS, sealEvents } from './seal.ts';
import type { ProgressNotice, ProgressStore } from './store.ts';

export interface FolderProgressOptions {
  readonly catalog: Catalog;
  /** Where this browser's log lies; the host's storage for extensions. */
  readonly folder: Folder;
  readonly clock?: Clock;
  /** A fresh uuid, for the device and for this session's log. */
  readonly newId?: () => string;
}

/** A session's log is closed at this length and another begun, because each append writes it whole. */
const LONGEST_LOG = 200;

/**
 * The log in a host that has no append and no sync, such as a browser: one small file per session, written whole with
 * each append. No two sessions ever write the same file, so that nothing can be overwritten.
 */
export async function openFolderProgressStore(options: FolderProgressOptions): Promise<ProgressStore> {
  const { catalog, folder, clock = Date.now, newId = () => globalThis.crypto.randomUUID() } = options;
  const device = await readDevice(folder, newId);
  const store = new FolderProgressStore(catalog, folder, device, clock, newId);
  await store.refresh();
  return store;
}

class FolderProgressStore implements ProgressStore {
  private readonly set: EventSet;
  private readonly read = new Map<string, number>();
  private readonly damage = new Map<string, readonly LineProblem[]>();
  private readonly queue = new Queue();
  private session: { readonly name: string; readonly events: readonly KnownEvent[] };

  constructor(
    readonly catalog: Catalog,
    private readonly folder: Folder,
    readonly device: string,
    private readonly clock: Clock,
    private readonly newId: () => string,
  ) {
    // Nobody else writes into this storage, and nothing leaves it: there is no key, and no signature to believe.
    this.set = new EventSet(catalog, new Map([[device, '']]), () => false);
    this.session = this.freshSession();
  }

  get state() {
    return this.set.state;
  }

  get events() {
    return this.set.own;
  }

  get foreign() {
    return this.set.foreign;
  }

  get notices(): readonly ProgressNotice[] {
    const newer = this.state.unknown;
    const damaged = [...this.damage].map(([file, lines]) => notices.unreadable(file, lines));
    return [...damaged, ...this.foreign.map(notices.foreign), ...(newer > 0 ? [notices.newer(newer)] : [])];
  }

  append(bodies: readonly NewEvent[]): Promise<readonly KnownEvent[]> {
    return this.queue.run(async () => {
      if (this.session.events.length >= LONGEST_LOG) this.session = this.freshSession();
      const { name, events } = this.session;
      const head = { dev: this.device, slot: 0, seq: events.length, prev: events.at(-1)?.h ?? GENESIS };
      const sealed = sealEvents(bodies, head, { last: this.set.last, clock: this.clock });
      const grown = [...events, ...sealed];
      await this.write(name, grown);
      this.session = { name, events: grown };
      if (this.set.addOwn(sealed)) this.set.changed.fire();
      return sealed;
    });
  }

  onDidChange(listener: () => void) {
    return this.set.changed.listen(listener);
  }

  refresh(): Promise<void> {
    return this.queue.run(async () => {
      const found: ProgressEvent[] = [];
      for (const { name, kind } of await this.folder.list('log')) {
        if (kind === 'file' && name.endsWith('.jsonl')) found.push(...(await this.readNew(`log/${name}`)));
      }
      if (this.set.addOwn(found)) this.set.changed.fire();
    });
  }

  dispose(): void {
    this.set.changed.dispose();
  }

  private async readNew(name: string): Promise<readonly ProgressEvent[]> {
    const text = await this.folder.read(name);
    if (text === undefined || text.length === this.read.get(name)) return [];
    this.read.set(name, text.length);
    const { events, problems } = parseLog(text, { verify: true, isKnown: (hash) => this.set.all.has(hash) });
    if (problems.length > 0) this.damage.set(name, problems);
    else this.damage.delete(name);
    return events;
  }

  private async write(name: string, events: readonly KnownEvent[]): Promise<void> {
    try {
      await this.folder.write(name, encodeLog(events));
    } catch (cause) {
      throw new HumanError('Not recorded: this browser did not let the log be written.', {
        next: 'Make room in the storage of this site, or leave private browsing, and do it again.',
        cause,
      });
    }
  }

  private freshSession() {
    return { name: `log/${this.device}.${this.newId()}.jsonl`, events: [] };
  }
}

async function readDevice(folder: Folder, newId: () => string): Promise<string> {
  const kept = await readKeptDevice(folder);
  if (kept) return kept;
  // The last 16 digits of a uuid of version 4 or 7 are random but for two bits.
  const device = newId().replaceAll('-', '').slice(-16);
  await folder.write('device.json', `${JSON.stringify({ device })}\n`);
  // Another tab may have been as quick; what stands there now is the id for both.
  return (await readKeptDevice(folder)) ?? device;
}

async function readKeptDevice(folder: Folder): Promise<string | undefined> {
  return /"device":\s*"([0-9a-f]{16})"/.exec((await folder.read('device.json')) ?? '')?.[1];
}
