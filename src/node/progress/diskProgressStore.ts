import type { Catalog } from '../../core/model/catalog.ts';
import { HumanError } from '../../core/errors.ts';
import type { Clock, Disposable } from '../../core/ports.ts';
import type { KnownEvent, NewEvent, ProgressEvent } from '../../core/model/event.ts';
import { EventSet } from '../../core/progress/eventSet.ts';
import { notices } from '../../core/progress/notices.ts';
import { Queue } from '../../core/progress/queue.ts';
import type { ProgressNotice, ProgressStore } from '../../core/progress/store.ts';
import { deviceOfIdentity, readDevice } from './device.ts';
import { realFiles, reasonOf, type FileSystem } from './files.ts';
import { OwnLog } from './ownLog.ts';
import { Replicas } from './replicas.ts';
import { verifyInIdleTime } from './verifyInIdleTime.ts';
import { watchFolders } from './watchFolders.ts';

export interface DiskProgressOptions {
  readonly catalog: Catalog;
  /** Where this computer's log lies: `progressDirectory(process.env)`. */
  readonly directory: string;
  /** Absolute workspace folders with a `.katapath/` to read and mirror into. */
  readonly workspaces?: readonly string[];
  /** A stable name the host has for this computer, such as VS Code's machine id; makes a rebuilt container known again. */
  readonly identity?: string | undefined;
  /** Follow what other windows, the command line and git write, mend copies and verify in idle time. Off for one command. */
  readonly watch?: boolean;
  /** How long the window may settle before hashes are compared. */
  readonly verifyAfterMs?: number;
  readonly clock?: Clock;
  readonly files?: FileSystem;
}

/** An append is confirmed when it is in the log; the copies follow when no other append has for so long. */
const MEND_AFTER_MS = 50;

/**
 * The learner's log on disk, in three copies of one grow-only set:
 *
 *     <directory>/log/            this computer's; append + sync is what acknowledges an event
 *     .katapath/local/            mirror in the workspace, ignored by git
 *     .katapath/progress/         published bundles, written once, committed by the learner
 *
 * State is the fold over the union. Everything that reads or writes goes through one queue.
 */
export class DiskProgressStore implements ProgressStore {
  private readonly queue = new Queue();
  private watcher: Disposable | undefined;
  private idle: Disposable | undefined;
  private pendingLook: NodeJS.Timeout | undefined;
  private closed: Promise<void> | undefined;
  private isBehind = false;
  private practisedHere = false;
  private writeTrouble: ProgressNotice | undefined;

  private constructor(
    readonly catalog: Catalog,
    private readonly set: EventSet,
    private readonly log: OwnLog,
    private readonly replicas: Replicas,
    private readonly clock: Clock,
    private readonly watches: boolean,
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
    const replicas = new Replicas(files, set, log);
    replicas.use(workspaces);
    const store = new DiskProgressStore(catalog, set, log, replicas, clock, watch);
    const checkpoint = watch ? await log.readCheckpoint(catalog) : undefined;
    set.showCheckpoint(checkpoint);
    const loaded = store.refresh();
    if (!checkpoint) await loaded;
    if (!watch) return store;
    store.follow();
    store.idle = verifyInIdleTime(set, options.verifyAfterMs ?? 3000, (changed) => store.afterVerifying(changed));
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
    return newer > 0 ? [...this.troubles, notices.newer(newer)] : this.troubles;
  }

  append(bodies: readonly NewEvent[]): Promise<readonly KnownEvent[]> {
    if (bodies.length === 0) return Promise.resolve([]);
    return this.queue.run(async () => {
      const events = await this.record(bodies);
      this.set.add(events);
      this.practisedHere ||= bodies.some(({ type }) => type === 'kata.started');
      this.set.changed.fire();
      this.lookSoon();
      return events;
    });
  }

  /** Takes in events from a file the learner chose; says how many were new. */
  import(events: readonly ProgressEvent[]): Promise<number> {
    return this.queue.run(async () => {
      const fresh = events.filter(({ h }) => !this.log.holds(h));
      await this.log.keep(fresh);
      await this.look();
      return fresh.length;
    });
  }

  /** Writes what is not published yet into `.katapath/progress/` of a workspace folder. */
  publish(root: string): Promise<{ file: string; count: number } | undefined> {
    return this.queue.run(async () => {
      await this.look();
      return this.replicas.publish(root);
    });
  }

  /** Reads and mirrors into these workspace folders from now on: when one was added, or trusted. */
  useWorkspaces(roots: readonly string[]): Promise<void> {
    this.replicas.use(roots);
    if (this.watches) this.follow();
    return this.refresh();
  }

  onDidChange(listener: () => void): Disposable {
    return this.set.changed.listen(listener);
  }

  refresh(): Promise<void> {
    return this.queue.run(() => this.look());
  }

  dispose(): void {
    void this.close();
  }

  /** As `dispose`, for whoever can wait until the copies are complete and the slot is free. */
  close(): Promise<void> {
    return (this.closed ??= this.closeOnce());
  }

  private async closeOnce(): Promise<void> {
    this.watcher?.dispose();
    this.idle?.dispose();
    this.set.changed.dispose();
    await this.queue.run(async () => {
      if (this.isBehind) await this.look();
      await this.log.close();
      if (this.watches) await this.keepCheckpoint();
    });
  }

  private async look(): Promise<void> {
    clearTimeout(this.pendingLook);
    this.pendingLook = undefined;
    this.isBehind = false;
    const before = JSON.stringify(this.troubles);
    if (await this.log.recognise()) this.set.addRoot(this.log.device);
    const changed = await this.replicas.readNew();
    this.set.showCheckpoint(undefined);
    if (this.watches || this.log.isOpen) await this.replicas.mend({ makeMirror: this.practisedHere });
    if (changed || JSON.stringify(this.troubles) !== before) this.set.changed.fire();
  }

  /** The copies are brought up to date together with those of the next appends; for one command, when it ends. */
  private lookSoon(): void {
    this.isBehind = true;
    if (this.watches) this.pendingLook ??= setTimeout(() => void this.refresh(), MEND_AFTER_MS);
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

  private follow(): void {
    this.watcher?.dispose();
    this.watcher = watchFolders(this.replicas.folders, () => this.refresh());
  }

  private keepCheckpoint(): Promise<void> {
    return this.log.writeCheckpoint(this.set.state, this.set.lastId, this.catalog);
  }

  /** Lines that are not what they were when written are taken out, and every copy is read again, comparing hashes. */
  private afterVerifying(changed: readonly string[]): Promise<void> {
    return this.queue.run(async () => {
      if (changed.length === 0) return this.keepCheckpoint();
      this.set.remove(changed);
      this.replicas.distrust();
      await this.look();
      this.set.changed.fire();
    });
  }

  /** The notices that need no fold. */
  private get troubles(): readonly ProgressNotice[] {
    const own = this.writeTrouble ? [this.writeTrouble] : [];
    return [...own, ...this.replicas.notices, ...this.set.foreign.map(notices.foreign)];
  }
}

export const openDiskProgressStore = (options: DiskProgressOptions) => DiskProgressStore.open(options);
