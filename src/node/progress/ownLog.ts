import { join } from 'node:path';
import type { Catalog } from '../../core/model/catalog.ts';
import type { Clock } from '../../core/ports.ts';
import { continueCheckpoint } from '../../core/progress/checkpoint.ts';
import { makeBundle } from '../../core/progress/bundle.ts';
import type { KnownEvent, NewEvent, ProgressEvent } from '../../core/model/event.ts';
import { sortEvents } from '../../core/progress/live.ts';
import { notices } from '../../core/progress/notices.ts';
import { sealEvents } from '../../core/progress/seal.ts';
import type { ProgressState } from '../../core/progress/state.ts';
import type { ProgressNotice } from '../../core/progress/store.ts';
import { readCheckpoint, writeCheckpoint } from './checkpointFile.ts';
import { keepDevice, readDevice } from './device.ts';
import { makeFolder, writeDurably, type FileSystem } from './files.ts';
import { LogReader } from './logReader.ts';
import { LogMoved, LogWriter, type Quarantined } from './logWriter.ts';
import { takeSlot, type Slot } from './slot.ts';

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
    private readonly own: { device: string; isNew: boolean },
  ) {
    this.folder = join(directory, 'log');
    this.reader = new LogReader(files, this.folder, true);
  }

  get device(): string {
    return this.own.device;
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
    return [...cutOff, ...damaged];
  }

  readNew(known: ReadonlyMap<string, unknown>): Promise<readonly ProgressEvent[]> {
    return this.reader.readNew(known);
  }

  /** What this log comes to, by what it came to when it was last read whole and the little that was added since. */
  async readCheckpoint(catalog: Catalog): Promise<ProgressState | undefined> {
    const kept = await readCheckpoint(this.files, this.directory, catalog);
    if (!kept?.mark.startsWith(this.device)) return undefined;
    const later = await this.reader.readSince(kept.mark.slice(this.device.length));
    return later && continueCheckpoint(kept, later, { catalog, device: this.device });
  }

  async writeCheckpoint(state: ProgressState, lastId: string | undefined, catalog: Catalog): Promise<void> {
    if (lastId === undefined) return;
    const checkpoint = { state, lastId, mark: this.device + this.reader.mark };
    await writeCheckpoint(this.files, this.directory, checkpoint, catalog);
  }

  /** Seals and writes; resolves once the lines are on the disk. */
  async append(
    bodies: readonly NewEvent[],
    { lastId, clock }: { lastId: () => string | undefined; clock: Clock },
  ): Promise<readonly KnownEvent[]> {
    for (;;) {
      const { slot, writer } = (this.open ??= await this.openFrom(0));
      const events = sealEvents(bodies, writer.head, { lastId: lastId(), clock });
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
    const { name, text } = makeBundle(sortEvents(events));
    await writeDurably(this.files, { folder: this.folder, name, content: text, replace: false });
  }

  distrust(): void {
    this.reader.distrust();
  }

  async close(): Promise<void> {
    const { slot, writer } = this.open ?? {};
    this.open = undefined;
    await writer?.close();
    await slot?.release();
  }

  private async openFrom(first: number) {
    await this.beKnown();
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
    const found = await readDevice(this.files, this.directory, this.own.device);
    if (!found.isNew) Object.assign(this.own, found);
    return !found.isNew;
  }

  private async beKnown(): Promise<void> {
    if (!this.own.isNew) return;
    const device = await keepDevice(this.files, this.directory, this.own.device);
    Object.assign(this.own, { device, isNew: false });
  }
}
