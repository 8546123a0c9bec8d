import type { Catalog } from '../../core/model/catalog.ts';
import { HumanError } from '../../core/errors.ts';
import type { Clock, Disposable } from '../../core/ports.ts';
import type { KnownEvent, NewEvent, ProgressEvent } from '../../core/model/event.ts';
import type { ForeignDevice } from '../../core/progress/devices.ts';
import { EventSet, type Reading } from '../../core/progress/eventSet.ts';
import { isExtension } from '../../core/progress/extend.ts';
import { notices } from '../../core/progress/notices.ts';
import { Queue } from '../../core/progress/queue.ts';
import type { Provenance } from '../../core/progress/provenance.ts';
import type { ProgressNotice, ProgressStore } from '../../core/progress/store.ts';
import type { Signer } from '../../core/progress/signature.ts';
import { chooseKey } from './chooseKey.ts';
import { readDevice } from './device.ts';
import { isSigned } from './ed25519.ts';
import { realFiles, reasonOf, type FileSystem } from './files.ts';
import { ImportedLogs } from './importedLogs.ts';
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
 * The learner's log on disk, in copies of one grow-only set:
 *
 *     <directory>/log/            this computer's; append + sync is what acknowledges an event
 *     <directory>/imported/       what was taken in from files, as it came
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
  private readonly appended: KnownEvent[] = [];
  private writeTrouble: ProgressNotice | undefined;
  /** What there was to tell when the checkpoint was made; nothing has changed since. */
  private keptNotices: readonly ProgressNotice[] = [];

  private constructor(
    readonly catalog: Catalog,
    private readonly set: EventSet,
    private readonly log: OwnLog,
    private readonly imported: ImportedLogs,
    private readonly replicas: Replicas,
    private readonly clock: Clock,
    private readonly watches: boolean,
  ) {}

  static async open(options: DiskProgressOptions): Promise<DiskProgressStore> {
    const { catalog, directory, workspaces = [], watch = true } = options;
    const { clock = Date.now, files = realFiles } = options;
    const device = await readDevice(files, directory);
    const set = new EventSet(catalog, new Map([[device.device, device.key]]), isSigned);
    const log = new OwnLog(files, directory, device);
    const imported = new ImportedLogs(files, directory);
    const replicas = new Replicas(files, set, log, imported);
    replicas.use(workspaces);
    const store = new DiskProgressStore(catalog, set, log, imported, replicas, clock, watch);
    if (!watch) {
      if (!(await store.resume())) await store.refresh();
      return store;
    }
    const checkpoint = await log.resume(catalog);
    log.forget();
    set.showCheckpoint(checkpoint?.summary.state);
    const loaded = store.refresh();
    if (!checkpoint) await loaded;
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

  get foreign(): readonly ForeignDevice[] {
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
      if (!bodies.every(isExtension)) await this.beWhole();
      const events = await this.record(bodies);
      this.appended.push(...events);
      this.set.addOwn(events);
      this.practisedHere ||= bodies.some(({ type }) => type === 'kata.started');
      this.set.changed.fire();
      this.lookSoon();
      return events;
    });
  }

  /** Takes in events from a file the learner chose; says how many were new. */
  import(reading: Reading): Promise<number> {
    return this.queue.run(async () => {
      await this.beWhole();
      const toProve = reading.events.filter(({ h }) => !this.set.inLog.has(h));
      const fresh = toProve.filter(({ h }) => !this.imported.holds(h)).length;
      await this.imported.keep({ ...reading, events: toProve });
      await this.look();
      return fresh;
    });
  }

  /**
   * From now on a device counts as the learner's: what its key signs, wherever it comes from. What carries its name and no
   * signature counts as far as it lies here now, and is copied into this computer's log. Answers the key, if it has one.
   *
   * `key` is how the wanted key begins: needed where several sign in the device's name.
   */
  adopt(device: string, key?: string): Promise<string | undefined> {
    return this.queue.run(async () => {
      await this.look();
      const groups = this.set.foreign.filter((each) => each.device === device);
      const chosen = chooseKey(device, groups, key);
      if (chosen === undefined)
        await this.log.keep(groups.flatMap((each) => (each.key === undefined ? each.events : [])));
      const body = { type: 'device.adopted', device, ...(chosen !== undefined && { key: chosen }) } as const;
      this.set.addOwn(await this.record([body]));
      await this.look();
      this.set.changed.fire();
      return chosen;
    });
  }

  /** Writes what is not published yet into `.katapath/progress/` of a workspace folder. */
  publish(root: string): Promise<{ file: string; count: number } | undefined> {
    return this.queue.run(async () => {
      await this.look();
      return this.replicas.publish(root);
    });
  }

  /** What this computer signs with. */
  signer(): Promise<Signer> {
    return this.queue.run(() => this.log.signer());
  }

  /** The keys that may sign for a device of the learner's. */
  keysOf(device: string): readonly string[] {
    return this.set.keysOf(device);
  }

  /** Whose word an event is that was read from any copy. */
  provenanceOf(event: ProgressEvent): Provenance {
    return this.set.provenanceOf(event);
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
      if (this.set.isWhole) await this.closeWhole();
      else await this.closeResumed();
      await this.log.close();
    });
  }

  private async closeWhole(): Promise<void> {
    if (this.isBehind) await this.look();
    await this.keepCheckpoint();
  }

  /** Without the log's entries: what was appended here goes into the mirrors, and on top of what the log came to. */
  private async closeResumed(): Promise<void> {
    if (this.appended.length === 0) return;
    const mine = new Set(this.appended.map(({ h }) => h));
    const isMine = (hash: string) => mine.has(hash);
    const others = await this.log.readNew({ has: isMine, isEmpty: () => false });
    await this.replicas.mirror(this.appended, { make: this.practisedHere });
    const isAlone = others.events.length === 0 && (await this.replicas.holdNothingButMine(isMine));
    if (isAlone) await this.keepCheckpoint();
  }

  /** Goes on from the checkpoint, if nothing but this computer's log has changed since, and that has merely grown. */
  private async resume(): Promise<boolean> {
    const kept = await this.log.resume(this.catalog);
    if (kept && (await this.replicas.areAsTheyWere(kept.copies))) {
      this.set.summarise(kept.summary);
      this.keptNotices = kept.notices;
      return true;
    }
    this.replicas.forget();
    return false;
  }

  private async beWhole(): Promise<void> {
    if (!this.set.isWhole) await this.look();
  }

  private async look(): Promise<void> {
    clearTimeout(this.pendingLook);
    this.pendingLook = undefined;
    this.isBehind = false;
    if (!this.set.isWhole) {
      this.replicas.forget();
      this.set.summarise(undefined);
      this.keptNotices = [];
    }
    const before = JSON.stringify(this.troubles);
    if (await this.log.recognise()) this.set.addRoot(this.log.device, this.log.key);
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
      const events = await this.log.append(bodies, { last: () => this.set.last, clock: this.clock });
      this.writeTrouble = undefined;
      this.set.addRoot(this.log.device, this.log.key);
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
    const { state, last } = this.set;
    if (last === undefined) return Promise.resolve();
    const notices = this.troubles.filter(({ kind }) => kind !== 'recovered' && kind !== 'quarantined');
    return this.log.writeCheckpoint({ state, last, notices, copies: this.replicas.marks }, this.catalog);
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
    return [...own, ...this.keptNotices, ...this.replicas.notices, ...this.set.foreign.map(notices.foreign)];
  }
}

export const openDiskProgressStore = (options: DiskProgressOptions) => DiskProgressStore.open(options);
