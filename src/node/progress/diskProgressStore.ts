import { join } from 'node:path';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { HumanError } from '../../core/errors.ts';
import type { Clock, Disposable } from '../../core/ports.ts';
import type { KnownEvent, NewEvent, ProgressEvent } from '../../core/progress/event.ts';
import { EventSet } from '../../core/progress/eventSet.ts';
import { notices } from '../../core/progress/notices.ts';
import { Queue } from '../../core/progress/queue.ts';
import type { ProgressNotice, ProgressStore } from '../../core/progress/store.ts';
import { deviceOfIdentity, readDevice } from './device.ts';
import { realFiles, reasonOf, type FileSystem } from './files.ts';
import { OwnLog } from './ownLog.ts';
import { verifyInIdleTime } from './verifyInIdleTime.ts';
import { watchFolders } from './watchFolders.ts';
import { WorkspaceCopy } from './workspaceCopy.ts';

export interface DiskProgressOptions {
  readonly catalog: Catalog;
  /** Where this computer's log lies: `progressDirectory(process.env)`. */
  readonly directory: string;
  /** Absolute workspace folders with a `.katapath/` to read and mirror into. */
  readonly workspaces?: readonly string[];
  /** A stable name the host has for this computer, such as VS Code's machine id; makes a rebuilt container known again. */
  readonly identity?: string;
  /** Follow what other windows, the command line and git write, mend copies and verify in idle time. Off for one command. */
  readonly watch?: boolean;
  readonly clock?: Clock;
  readonly files?: FileSystem;
}

type Source = OwnLog | WorkspaceCopy;

/**
 * The learner's log on disk, in three copies of one grow-only set:
 *
 *     <directory>/log/            this computer's; append + sync is what acknowledges an event
 *     .katapath/local/            mirror in the workspace, ignored by git
 *     .katapath/progress/         published bundles, written once, committed by the learner
 *
 * State is the fold over the union, so any one copy may be lost, stale, doubled or damaged.
 */
export class DiskProgressStore implements ProgressStore {
  private readonly queue = new Queue();
  private readonly stopWatching: Disposable[] = [];
  private readonly unreadable = new Map<Source, ProgressNotice>();
  private recovered: ProgressNotice | undefined;
  private writeTrouble: ProgressNotice | undefined;

  private constructor(
    private readonly set: EventSet,
    private readonly log: OwnLog,
    private readonly copies: readonly WorkspaceCopy[],
    private readonly clock: Clock,
    private readonly mends: boolean,
  ) {}

  static async open(options: DiskProgressOptions): Promise<DiskProgressStore> {
    const {
      catalog,
      directory,
      workspaces = [],
      identity,
      watch = true,
      clock = Date.now,
      files = realFiles,
    } = options;
    const wanted = identity === undefined ? undefined : deviceOfIdentity(identity);
    const device = await readDevice(files, directory, wanted);
    const set = new EventSet(catalog, new Set([device.device, ...(wanted ? [wanted] : [])]));
    const log = new OwnLog(files, directory, device);
    const copies = workspaces.map((root) => new WorkspaceCopy(files, root));
    const store = new DiskProgressStore(set, log, copies, clock, watch);
    await store.refresh();
    if (watch) store.follow();
    return store;
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

  get device() {
    return this.log.device;
  }

  get notices(): readonly ProgressNotice[] {
    const newer = this.set.state.unknown;
    return [
      ...(this.writeTrouble ? [this.writeTrouble] : []),
      ...(this.recovered ? [this.recovered] : []),
      ...this.unreadable.values(),
      ...this.sources.flatMap((source) => source.notices),
      ...this.set.foreign.map(notices.foreign),
      ...(newer > 0 ? [notices.newer(newer)] : []),
    ];
  }

  append(bodies: readonly NewEvent[]): Promise<readonly KnownEvent[]> {
    if (bodies.length === 0) return Promise.resolve([]);
    return this.queue.run(async () => {
      const events = await this.record(bodies);
      this.set.add(events);
      await this.recover();
      await this.mirror(bodies.some(({ type }) => type === 'kata.started'));
      this.set.changed.fire();
      return events;
    });
  }

  /** Takes in events from a file the learner chose; says how many were new. */
  async import(events: readonly ProgressEvent[]): Promise<number> {
    return this.queue.run(async () => {
      const fresh = events.filter(({ h }) => !this.log.holds(h));
      await this.log.keep(fresh);
      if (this.set.add(fresh)) this.set.changed.fire();
      return fresh.length;
    });
  }

  /** Writes what is not published yet into `.katapath/progress/` of a workspace folder. */
  publish(root: string): Promise<{ file: string; count: number } | undefined> {
    return this.queue.run(async () => this.copies.find((copy) => copy.root === root)?.publish(this.set.own));
  }

  onDidChange(listener: () => void): Disposable {
    return this.set.changed.listen(listener);
  }

  refresh(): Promise<void> {
    return this.queue.run(() => this.look());
  }

  dispose(): void {
    for (const each of this.stopWatching) each.dispose();
    this.set.changed.dispose();
    void this.close();
  }

  /** As `dispose`, for whoever can wait until the log is closed and the slot is free. */
  close(): Promise<void> {
    return this.queue.run(() => this.log.close());
  }

  private async look(): Promise<void> {
    const before = this.noticeWords();
    let changed = false;
    for (const source of this.sources) changed = this.set.add(await this.readFrom(source)) || changed;
    if (this.mends) {
      await this.recover();
      await this.mirror(false);
    }
    if (changed || this.noticeWords() !== before) this.set.changed.fire();
  }

  /** One copy that cannot be read does not keep the others from being read. */
  private async readFrom(source: Source): Promise<readonly ProgressEvent[]> {
    try {
      const events = await source.readNew(this.set.all);
      this.unreadable.delete(source);
      return events;
    } catch (error) {
      this.unreadable.set(source, notices.unreadableFolder(source.folder, reasonOf(error)));
      return [];
    }
  }

  private async record(bodies: readonly NewEvent[]): Promise<readonly KnownEvent[]> {
    try {
      const events = await this.log.append(bodies, { lastId: () => this.set.lastId, clock: this.clock });
      this.writeTrouble = undefined;
      this.set.addRoot(this.log.device);
      return events;
    } catch (error) {
      if (error instanceof HumanError) throw error;
      this.writeTrouble = notices.readOnly(this.log.folder, reasonOf(error));
      this.set.changed.fire();
      const { message, next } = this.writeTrouble;
      throw new HumanError(`Not recorded. ${message}`, { next, cause: error });
    }
  }

  /** Copies back what only a workspace still has; what an adopted device wrote comes along without a word. */
  private async recover(): Promise<void> {
    const missing = this.set.own.filter(({ h }) => !this.log.holds(h));
    if (missing.length === 0) return;
    try {
      await this.log.keep(missing);
      const lost = missing.filter(({ dev }) => this.set.isRoot(dev)).length;
      if (lost > 0) this.recovered = notices.recovered(lost);
    } catch (error) {
      this.writeTrouble = notices.readOnly(this.log.folder, reasonOf(error));
    }
  }

  private async mirror(make: boolean): Promise<void> {
    for (const copy of this.copies) await copy.mirrorMissing(this.set.own, { device: this.log.device, make });
  }

  private follow(): void {
    const inWorkspace = this.copies.flatMap(({ root, local, published }) =>
      [local, published].map((folder) => ({ folder, below: root })),
    );
    const own = { folder: this.log.folder, below: join(this.log.folder, '..', '..') };
    this.stopWatching.push(watchFolders([own, ...inWorkspace], () => this.refresh()));
    this.stopWatching.push(verifyInIdleTime(this.set, (changed) => this.distrust(changed)));
  }

  /** Some lines are not what they were when written: takes them out and reads every copy again, comparing hashes. */
  private distrust(changed: readonly string[]): Promise<void> {
    return this.queue.run(async () => {
      this.set.remove(changed);
      for (const source of this.sources) source.distrust();
      await this.look();
      this.set.changed.fire();
    });
  }

  /** The trusted log first: what it has, no copy can say otherwise. */
  private get sources(): readonly Source[] {
    return [this.log, ...this.copies];
  }

  private noticeWords(): string {
    return JSON.stringify(this.notices);
  }
}

export const openDiskProgressStore = (options: DiskProgressOptions) => DiskProgressStore.open(options);
