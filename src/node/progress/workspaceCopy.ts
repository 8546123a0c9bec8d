import { join, relative } from 'node:path';
import { makeBundle } from '../../core/progress/bundle.ts';
import type { ProgressEvent } from '../../core/model/event.ts';
import { encodeLog } from '../../core/progress/log.ts';
import { notices } from '../../core/progress/notices.ts';
import type { ProgressNotice } from '../../core/progress/store.ts';
import { APPEND, reasonOf, writeDurably, type FileSystem } from './files.ts';
import { LogReader } from './logReader.ts';

/** Ignores everything in its folder, itself included: the mirror is never offered to git. */
const GITIGNORE =
  '# A copy of your progress on this computer. "katapath progress publish" makes the one to commit.\n*\n';

/**
 * The two copies in a workspace folder: `.katapath/local/`, a mirror that git ignores, and `.katapath/progress/`, the
 * bundles the learner publishes and commits. Neither is needed to record anything; each can bring everything back.
 */
export class WorkspaceCopy {
  readonly folder: string;
  readonly local: string;
  readonly published: string;
  private readonly mirror: LogReader;
  private readonly bundles: LogReader;
  private hasAppended = false;
  private writeTrouble: ProgressNotice | undefined;
  private link: string | undefined;

  constructor(
    private readonly files: FileSystem,
    readonly root: string,
  ) {
    this.folder = join(root, '.katapath');
    this.local = join(this.folder, 'local');
    this.published = join(this.folder, 'progress');
    this.mirror = new LogReader(files, this.local, false);
    this.bundles = new LogReader(files, this.published, false);
  }

  /** Why there is no copy here, when there is a reason to tell, and which lines could not be read. */
  get notices(): readonly ProgressNotice[] {
    if (this.link !== undefined) return [notices.linkedAway(this.nameOf(this.link))];
    const damaged = [this.mirror, this.bundles].flatMap(({ folder, damage }) =>
      [...damage].map(([file, lines]) => notices.unreadable(this.nameOf(join(folder, file)), lines)),
    );
    return this.writeTrouble ? [this.writeTrouble, ...damaged] : damaged;
  }

  /** What the mirror and the bundles hold that was neither read before nor known. */
  async readNew(known: ReadonlyMap<string, unknown>): Promise<readonly ProgressEvent[]> {
    if (!(await this.isUsable())) return [];
    return [...(await this.mirror.readNew(known)), ...(await this.bundles.readNew(known))];
  }

  /**
   * Brings the mirror up to date with what `readNew` found. `make` is false where nobody has worked yet: a repository that merely is open gets
   * no folder. Never throws: the log on this computer has the events already.
   */
  async mirrorMissing(
    own: readonly ProgressEvent[],
    { device, make }: { device: string; make: boolean },
  ): Promise<void> {
    const missing = own.filter(({ h }) => !this.mirror.holds(h));
    if (missing.length === 0 || !(await this.isUsable()) || !(make || (await this.isThere()))) return;
    try {
      await this.appendToMirror(`${device}.jsonl`, missing);
      this.writeTrouble = undefined;
    } catch (error) {
      this.writeTrouble = notices.mirrorUnavailable(this.nameOf(this.local), reasonOf(error));
    }
  }

  /** Writes a bundle of what `readNew` found in no bundle here, for the learner to commit. */
  async publish(own: readonly ProgressEvent[]): Promise<{ file: string; count: number } | undefined> {
    const missing = own.filter(({ h }) => !this.bundles.holds(h));
    if (missing.length === 0 || !(await this.isUsable())) return undefined;
    const { name, text } = makeBundle(missing);
    await writeDurably(this.files, { folder: this.published, name, content: text, replace: false });
    return { file: join(this.published, name), count: missing.length };
  }

  /** Reads both folders again from the beginning. */
  distrust(): void {
    this.mirror.distrust();
    this.bundles.distrust();
  }

  /** A link could lead anywhere, also to a place that is not the learner's; it is never followed. */
  private async isUsable(): Promise<boolean> {
    this.link = undefined;
    for (const folder of [this.folder, this.local, this.published]) {
      const stat = await this.files.lstat(folder).catch(() => undefined);
      if (stat?.isSymbolicLink()) this.link = folder;
      if (stat && !stat.isDirectory()) return false;
    }
    return true;
  }

  private async isThere(): Promise<boolean> {
    const stat = await this.files.lstat(this.folder).catch(() => undefined);
    return stat?.isDirectory() ?? false;
  }

  private async appendToMirror(name: string, events: readonly ProgressEvent[]): Promise<void> {
    await this.files.mkdir(this.local, { recursive: true });
    await this.ignoreMirror();
    const handle = await this.files.open(join(this.local, name), APPEND, 0o644);
    try {
      // The first write of a session begins on a line of its own, whatever an interrupted one left behind.
      await handle.appendFile((this.hasAppended ? '' : '\n') + encodeLog(events));
      this.hasAppended = true;
    } finally {
      await handle.close();
    }
  }

  private async ignoreMirror(): Promise<void> {
    const name = join(this.local, '.gitignore');
    if (await this.files.lstat(name).catch(() => undefined)) return;
    const handle = await this.files.open(name, 'wx');
    await handle.writeFile(GITIGNORE);
    await handle.close();
  }

  private nameOf(path: string): string {
    return relative(this.root, path).replaceAll('\\', '/');
  }
}
