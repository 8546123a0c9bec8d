import { join } from 'node:path';
import type { ProgressEvent } from '../../core/model/event.ts';
import type { EventSet } from '../../core/progress/eventSet.ts';
import { notices } from '../../core/progress/notices.ts';
import type { ProgressNotice } from '../../core/progress/store.ts';
import { reasonOf, type FileSystem } from './files.ts';
import type { OwnLog } from './ownLog.ts';
import { WorkspaceCopy } from './workspaceCopy.ts';

type Source = OwnLog | WorkspaceCopy;

/**
 * The copies of one grow-only set: this computer's log, and what lies in the workspace folders. Reads all of them into
 * the set, and puts back what one lacks and another has, so that any may be lost, stale, doubled or damaged.
 */
export class Replicas {
  private copies: readonly WorkspaceCopy[] = [];
  private readonly unreadable = new Map<Source, ProgressNotice>();
  private recovered: ProgressNotice | undefined;
  private trouble: ProgressNotice | undefined;

  constructor(
    private readonly files: FileSystem,
    private readonly set: EventSet,
    private readonly log: OwnLog,
  ) {}

  /** The workspace folders to read and mirror into from now on. */
  use(roots: readonly string[]): void {
    const kept = new Map(this.copies.map((copy) => [copy.root, copy]));
    this.copies = roots.map((root) => kept.get(root) ?? new WorkspaceCopy(this.files, root));
    for (const copy of kept.values()) if (!this.copies.includes(copy)) this.unreadable.delete(copy);
  }

  /** Reads what is new everywhere; says whether there was anything. */
  async readNew(): Promise<boolean> {
    let changed = false;
    for (const source of this.sources) changed = this.set.add(await this.readFrom(source)) || changed;
    return changed;
  }

  /** Puts back what is missing. What an adopted device wrote comes along without a word. */
  async mend({ makeMirror }: { makeMirror: boolean }): Promise<void> {
    const isMissing = ({ h }: ProgressEvent) => !this.log.holds(h);
    const missing = this.set.own.filter(isMissing);
    // Another window may have written to the log and its mirror since the log was read: a second look tells.
    if (missing.length > 0) this.set.add(await this.readFrom(this.log));
    await this.putBack(missing.filter(isMissing));
    const options = { device: this.log.device, make: makeMirror };
    for (const copy of this.copies) await copy.mirrorMissing(this.set.own, options);
  }

  /** Writes what is not published yet into `.katapath/progress/` of a workspace folder. */
  async publish(root: string): Promise<{ file: string; count: number } | undefined> {
    return this.copies.find((copy) => copy.root === root)?.publish(this.set.own);
  }

  /** Everything is read again the next time, and every hash compared. */
  distrust(): void {
    for (const source of this.sources) source.distrust();
  }

  get notices(): readonly ProgressNotice[] {
    return [
      ...(this.trouble ? [this.trouble] : []),
      ...(this.recovered ? [this.recovered] : []),
      ...this.unreadable.values(),
      ...this.sources.flatMap((source) => source.notices),
    ];
  }

  /** What to watch: each folder, and the one it may come into being below. */
  get folders(): readonly { readonly folder: string; readonly below: string }[] {
    const inWorkspace = this.copies.flatMap(({ root, local, published }) =>
      [local, published].map((folder) => ({ folder, below: root })),
    );
    return [{ folder: this.log.folder, below: join(this.log.folder, '..', '..') }, ...inWorkspace];
  }

  /** The trusted log first: what it has, no copy can say otherwise. */
  private get sources(): readonly Source[] {
    return [this.log, ...this.copies];
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

  private async putBack(missing: readonly ProgressEvent[]): Promise<void> {
    try {
      await this.log.keep(missing);
      const lost = missing.filter(({ dev }) => this.set.isRoot(dev)).length;
      if (lost > 0) this.recovered = notices.recovered(lost);
      this.trouble = undefined;
    } catch (error) {
      this.trouble = notices.readOnly(this.log.folder, reasonOf(error));
    }
  }
}
