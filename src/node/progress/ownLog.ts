import { join } from 'node:path';
import type { Catalog } from '../../core/model/catalog.ts';
import { HumanError } from '../../core/errors.ts';
import type { Clock } from '../../core/ports.ts';
import { continueCheckpoint, type Checkpoint } from '../../core/progress/checkpoint.ts';
import { makeBundle } from '../../core/progress/bundle.ts';
import type { KnownEvent, NewEvent, ProgressEvent } from '../../core/model/event.ts';
import type { LastEvent, Reading, Summary } from '../../core/progress/eventSet.ts';
import { notices } from '../../core/progress/notices.ts';
import { sortEvents } from '../../core/progress/order.ts';
import { sealEvents } from '../../core/progress/seal.ts';
import type { Signer } from '../../core/progress/signature.ts';
import type { ProgressNotice } from '../../core/progress/store.ts';
import { readCheckpoint, writeCheckpoint } from './checkpointFile.ts';
import { keepDevice, readDevice, type Device } from './device.ts';
import { keepDeviceKey, signerOf } from './deviceKey.ts';
import { makeFolder, writeDurably, type FileSystem } from './files.ts';
import { LogReader, type KnownEvents } from './logReader.ts';
import { LogMoved, LogWriter, type Quarantined } from './logWriter.ts';
import { takeSlot, type Slot } from './slot.ts';

/** What is worth reading beside a checkpoint: some two thousand events. */
const LITTLE = 1024 * 1024;

/**
 * This computer's log: what every window wrote, and bundles of what was recovered or imported. Nothing is written, no
 * folder made and no slot taken before the first append.
 */
export class OwnLog {
  readonly folder: string;
  private readonly quarantined: Quarantined[] = [];
  private readonly reader: LogReader;
  private open: { readonly slot: Slot; readonly writer: LogWriter } | undefined;

  constructor(
    private readonly files: FileSystem,
    private readonly directory: string,
    private own: Device,
  ) {
    this.folder = join(directory, 'log');
    this.reader = new LogReader(files, this.folder, true);
  }

  get device(): string {
    return this.own.device;
  }

  /** The public half of the key this computer signs with; empty while there is none. */
  get key(): string {
    return this.own.key;
  }

  /** What this computer signs with; made the first time, if need be. */
  async signer(): Promise<Signer> {
    await this.beKnown();
    const secret = await keepDeviceKey(this.files, this.directory);
    this.own = { ...this.own, key: secret.x };
    return signerOf(this.own.device, secret);
  }

  /** Whether this window has written. */
  get isOpen(): boolean {
    return this.open !== undefined;
  }

  /** Whether an event is in the log on this computer, not merely in a copy. */
  holds(hash: string): boolean {
    return this.reader.holds(hash);
  }

  get notices(): readonly ProgressNotice[] {
    const cutOff = this.quarantined.map(({ bytes, file }) => notices.quarantined(bytes, file));
    const damaged = [...this.reader.damage].map(([file, lines]) => notices.unreadable(join(this.folder, file), lines));
    const refused = [...this.reader.refused].map(([file, words]) => notices.refused(join(this.folder, file), words));
    return [...cutOff, ...damaged, ...refused];
  }

  readNew(known: KnownEvents): Promise<Reading> {
    return this.reader.readNew(known);
  }

  /**
   * What this log comes to, by what it came to when it was last read whole and the little that was added since. After it
   * the log counts as read, until `forget`; undefined, and nothing counts as read, where it has to be read whole.
   */
  async resume(catalog: Catalog): Promise<(Pick<Checkpoint, 'copies' | 'notices'> & { summary: Summary }) | undefined> {
    const kept = await readCheckpoint(this.files, this.directory, catalog);
    if (kept?.device !== this.device || !(await this.reader.resume(kept.mark, LITTLE))) return undefined;
    const { events } = await this.reader.readNew({ has: () => false, isEmpty: () => true });
    const summary = continueCheckpoint(kept, sortEvents(events), { catalog, device: this.device });
    if (summary && this.reader.damage.size === 0) return { ...kept, summary };
    this.reader.forget();
    return undefined;
  }

  async writeCheckpoint(come: Omit<Checkpoint, 'device' | 'mark'>, catalog: Catalog): Promise<void> {
    const checkpoint = { ...come, device: this.device, mark: this.reader.mark };
    await writeCheckpoint(this.files, this.directory, checkpoint, catalog);
  }

  /** Seals and writes; resolves once the lines are on the disk. */
  async append(
    bodies: readonly NewEvent[],
    { last, clock }: { last: () => LastEvent | undefined; clock: Clock },
  ): Promise<readonly KnownEvent[]> {
    for (;;) {
      const { slot, writer } = (this.open ??= await this.openFrom(0));
      const events = sealEvents(bodies, writer.head, { last: last(), clock });
      try {
        await writer.append(events);
        return events;
      } catch (error) {
        if (!(error instanceof LogMoved)) throw error;
        await this.close();
        this.open = await this.openFrom(slot.number + 1);
      }
    }
  }

  /** Writes events made elsewhere, with the ids and hashes they have, as one bundle. */
  async keep(events: readonly ProgressEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.beKnown();
    await this.refuseLink();
    const { name, text } = makeBundle(sortEvents(events));
    await writeDurably(this.files, { folder: this.folder, name, content: text, replace: false });
  }

  distrust(): void {
    this.reader.distrust();
  }

  /** Reads everything again the next time. */
  forget(): void {
    this.reader.forget();
  }

  async close(): Promise<void> {
    const { slot, writer } = this.open ?? {};
    this.open = undefined;
    await writer?.close();
    await slot?.release();
  }

  private async openFrom(first: number) {
    await this.beKnown();
    await this.refuseLink();
    await makeFolder(this.files, this.folder);
    const slot = await takeSlot(this.files, this.folder, this.device, first);
    try {
      const quarantine = join(this.directory, 'quarantine');
      const writer = await LogWriter.open(this.files, {
        file: slot.file,
        device: this.device,
        slot: slot.number,
        quarantine,
      });
      if (writer.quarantined) this.quarantined.push(writer.quarantined);
      return { slot, writer };
    } catch (error) {
      await slot.release();
      throw error;
    }
  }

  /** Whether another program made this computer known since this window opened; its id is this window's too, then. */
  async recognise(): Promise<boolean> {
    if (!this.own.isNew) return false;
    const found = await readDevice(this.files, this.directory);
    if (!found.isNew) this.own = found;
    return !found.isNew;
  }

  private async beKnown(): Promise<void> {
    if (this.own.isNew) this.own = await keepDevice(this.files, this.directory);
  }

  /** A link could lead anywhere; what is never read through one is not written through one either. */
  private async refuseLink(): Promise<void> {
    const stat = await this.files.lstat(this.folder).catch(() => undefined);
    if (!stat?.isSymbolicLink()) return;
    throw new HumanError(`Not recorded. ${this.folder} is a link, and links are not followed.`, {
      next: 'Put a folder in its place, or set KATAPATH_DATA to the folder that holds your log.',
    });
  }
}
