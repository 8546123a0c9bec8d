import { join } from 'node:path';
import type { ProgressEvent } from '../../core/model/event.ts';
import type { EventSet, Reading } from '../../core/progress/eventSet.ts';
import { notices } from '../../core/progress/notices.ts';
import type { ProgressNotice } from '../../core/progress/store.ts';
import { reasonOf, type FileSystem } from './files.ts';
import type { ImportedLogs } from './importedLogs.ts';
import type { KnownEvents } from './logReader.ts';
import type { OwnLog } from './ownLog.ts';
import { WorkspaceCopy, type Writing } from './workspaceCopy.ts';

type Source = OwnLog | ImportedLogs | WorkspaceCopy;

/**
 * The copies of one grow-only set: this computer's log, and what lies beside it and in the workspace folders. Reads all
 * of them into the set, and puts back what one lacks and another has, so that any may be lost, stale, doubled or damaged.
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
    private readonly imported: ImportedLogs,
  ) {}

  /** The workspace folders to read and mirror into from now on. */
  use(roots: readonly string[]): void {
    const kept = new Map(this.copies.map((copy) => [copy.root, copy]));
    this.copies = roots.map((root) => kept.get(root) ?? new WorkspaceCopy(this.files, root));
    for (const copy of kept.values()) if (!this.copies.includes(copy)) this.unreadable.delete(copy);
  }

  /** Reads what is new everywhere; says whether there was anything. */
  async readNew(): Promise<boolean> {
    let changed = this.set.addOwn((await this.readFrom(this.log, this.set.inLog)).events);
    for (const source of this.others) {
      changed = this.set.addOutside(await this.readFrom(source, this.known)) || changed;
    }
    return changed;
  }

  /** Puts back what is missing. What an adopted device wrote comes along without a word. */
  async mend({ makeMirror }: { makeMirror: boolean }): Promise<void> {
    const isMissing = ({ h }: ProgressEvent) => !this.log.holds(h);
    const missing = this.set.own.filter(isMissing);
    // Another window may have written to the log and its mirror since the log was read: a second look tells.
    if (missing.length > 0) this.set.addOwn((await this.readFrom(this.log, this.set.inLog)).events);
    await this.putBack(missing.filter(isMissing));
    await this.mirror(this.set.own, { make: makeMirror });
  }

  /** Has the mirrors hold these, signed, where there is one or `make` asks for one. */
  async mirror(events: readonly ProgressEvent[], { make }: { make: boolean }): Promise<void> {
    for (const copy of this.copies) await copy.mirrorMissing(events, { ...this.writing, make });
  }

  /** Writes what is not published and proved yet into `.katapath/progress/` of a workspace folder. */
  async publish(root: string): Promise<{ file: string; count: number } | undefined> {
    return this.copies.find((copy) => copy.root === root)?.publish(this.set.own, this.writing);
  }

  /** What the copies looked like when they were read, by where they are. */
  get marks(): Record<string, string> {
    return Object.fromEntries(this.others.map((source) => [placeOf(source), source.mark]));
  }

  /** Whether nothing has changed in any copy since. */
  async areAsTheyWere(marks: Readonly<Record<string, string>>): Promise<boolean> {
    for (const source of this.others) {
      const mark = marks[placeOf(source)];
      if (mark === undefined ? !(await this.isEmpty(source)) : !(await source.isAsItWas(mark))) return false;
    }
    return true;
  }

  /** Reads on in the copies; whether there was nothing in them but what this computer has just written, and was signed by it. */
  async holdNothingButMine(isMine: (hash: string) => boolean): Promise<boolean> {
    for (const source of this.others) {
      const { events, signatures } = await source.readNew({ has: isMine, isEmpty: () => false });
      if (events.length > 0 || signatures.some(({ hashes }) => !hashes.every(isMine))) return false;
    }
    return true;
  }

  /** Everything is read again the next time, and every hash compared. */
  distrust(): void {
    for (const source of [this.log, ...this.others]) source.distrust();
  }

  /** Everything is read again the next time. */
  forget(): void {
    for (const source of [this.log, ...this.others]) source.forget();
  }

  get notices(): readonly ProgressNotice[] {
    return [
      ...(this.trouble ? [this.trouble] : []),
      ...(this.recovered ? [this.recovered] : []),
      ...this.unreadable.values(),
      ...[this.log, ...this.others].flatMap((source) => source.notices),
    ];
  }

  /** What to watch: each folder, and the one it may come into being below. */
  get folders(): readonly { readonly folder: string; readonly below: string }[] {
    const inWorkspace = this.copies.flatMap(({ root, local, published }) =>
      [local, published].map((folder) => ({ folder, below: root })),
    );
    return [{ folder: this.log.folder, below: join(this.log.folder, '..', '..') }, ...inWorkspace];
  }

  /** All but the trusted log, which is read first: what it has, no copy can say otherwise. */
  private get others(): readonly (ImportedLogs | WorkspaceCopy)[] {
    return [this.imported, ...this.copies];
  }

  private get known(): KnownEvents {
    return { has: (hash) => this.set.all.has(hash), isEmpty: () => this.set.all.size === 0 };
  }

  private get writing(): Writing {
    const { device, key } = this.log;
    return {
      me: { device, key },
      signer: async () => {
        const signer = await this.log.signer();
        this.set.addRoot(signer.device, signer.key);
        return signer;
      },
    };
  }

  private isEmpty(source: ImportedLogs | WorkspaceCopy): Promise<boolean> {
    return source.isAsItWas(source instanceof WorkspaceCopy ? NO_COPY : NO_LOG);
  }

  /** One copy that cannot be read does not keep the others from being read. */
  private async readFrom(source: Source, known: KnownEvents): Promise<Reading> {
    try {
      const reading = await source.readNew(known);
      this.unreadable.delete(source);
      return reading;
    } catch (error) {
      this.unreadable.set(source, notices.unreadableFolder(source.folder, reasonOf(error)));
      return { events: [], signatures: [] };
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

/** The marks of folders in which nothing lies. */
const NO_LOG = '[]';
const NO_COPY = JSON.stringify([NO_LOG, NO_LOG]);

function placeOf(source: ImportedLogs | WorkspaceCopy): string {
  return source.folder;
}
