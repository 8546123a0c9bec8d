import { join } from 'node:path';
import { makeBundle } from '../../core/progress/bundle.ts';
import type { Reading } from '../../core/progress/eventSet.ts';
import { notices } from '../../core/progress/notices.ts';
import { sortEvents } from '../../core/progress/order.ts';
import type { ProgressNotice } from '../../core/progress/store.ts';
import { writeDurably, type FileSystem } from './files.ts';
import { LogReader, type KnownEvents } from './logReader.ts';

/**
 * What the learner took in from files, as it came: beside the log and not in it, because it has still to prove whose it
 * is. What turns out to be the learner's own is copied into the log.
 */
export class ImportedLogs {
  readonly folder: string;
  private readonly reader: LogReader;

  constructor(
    private readonly files: FileSystem,
    directory: string,
  ) {
    this.folder = join(directory, 'imported');
    this.reader = new LogReader(files, this.folder, false);
  }

  get notices(): readonly ProgressNotice[] {
    return [...this.reader.damage].map(([file, lines]) => notices.unreadable(join(this.folder, file), lines));
  }

  readNew(known: KnownEvents): Promise<Reading> {
    return this.reader.readNew(known);
  }

  /** Whether an event was taken in before. */
  holds(hash: string): boolean {
    return this.reader.holds(hash);
  }

  async keep({ events, signatures }: Reading): Promise<void> {
    if (events.length === 0) return;
    const { name, text } = makeBundle(sortEvents(events), { signatures });
    await writeDurably(this.files, { folder: this.folder, name, content: text, replace: false });
  }

  get mark(): string {
    return this.reader.mark;
  }

  isAsItWas(mark: string): Promise<boolean> {
    return this.reader.resume(mark, 0);
  }

  distrust(): void {
    this.reader.distrust();
  }

  forget(): void {
    this.reader.forget();
  }
}
