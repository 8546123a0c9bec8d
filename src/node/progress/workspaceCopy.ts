import { join, relative } from 'node:path';
import { makeBundle } from '../../core/progress/bundle.ts';
import type { ProgressEvent } from '../../core/model/event.ts';
import type { Reading } from '../../core/progress/eventSet.ts';
import { encodeLog } from '../../core/progress/log.ts';
import { notices } from '../../core/progress/notices.ts';
import { encodeSignatures, signEvents, type Signer } from '../../core/progress/signature.ts';
import type { ProgressNotice } from '../../core/progress/store.ts';
import { APPEND, reasonOf, writeDurably, type FileSystem } from './files.ts';
import { LogReader, type KnownEvents } from './logReader.ts';

/** Ignores everything in its folder, itself included: the mirror is never offered to git. */
const GITIGNORE =
  '# A copy of your progress on this computer. "katapath progress publish" makes the one to commit.\n*\n';

/** Who writes into a copy. */
export interface Writing {
  readonly me: { readonly device: string; readonly key: string };
  signer(): Promise<Signer>;
}

/**
 * The two copies in a workspace folder: `.katapath/local/`, a mirror that git ignores, and `.katapath/progress/`, the
 * bundles the learner publishes and commits. Neither is needed to record anything; each can bring everything back.
 *
 * Anybody can write here, so what this computer writes is signed, and what lies here counts only as far as a signature
 * proves it.
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
    const refused = [this.mirror, this.bundles].flatMap((reader) =>
      [...reader.refused].map(([file, words]) => notices.refused(this.nameOf(join(reader.folder, file)), words)),
    );
    return [...(this.writeTrouble ? [this.writeTrouble] : []), ...damaged, ...refused];
  }

  /** What the mirror and the bundles hold that was neither read before nor known. */
  async readNew(known: KnownEvents): Promise<Reading> {
    if (!(await this.isUsable())) return { events: [], signatures: [] };
    const [mirror, bundles] = [await this.mirror.readNew(known), await this.bundles.readNew(known)];
    return {
      events: [...mirror.events, ...bundles.events],
      signatures: [...mirror.signatures, ...bundles.signatures],
    };
  }

  /** What both folders looked like when they were read. */
  get mark(): string {
    return JSON.stringify([this.mirror.mark, this.bundles.mark]);
  }

  /** Whether nothing at all has changed here since; then everything counts as read. */
  async isAsItWas(mark: string): Promise<boolean> {
    const [mirror, bundles] = JSON.parse(mark) as [string, string];
    return (await this.isUsable()) && (await this.mirror.resume(mirror, 0)) && (await this.bundles.resume(bundles, 0));
  }

  /**
   * Brings the mirror up to date with what `readNew` found. `make` is false where nobody has worked yet: a repository that merely is open gets
   * no folder. Never throws: the log on this computer has the events already.
   */
  async mirrorMissing(own: readonly ProgressEvent[], { me, make, signer }: Writing & { make: boolean }): Promise<void> {
    const unsigned = own.filter(({ h }) => !this.mirror.isSignedBy(me, h));
    if (unsigned.length === 0) return;
    if (!(await this.isUsable()) || !(make || (await this.isThere()))) return;
    const missing = unsigned.filter(({ h }) => !this.mirror.holds(h));
    try {
      const text = encodeLog(missing) + encodeSignatures(signEvents(unsigned, await signer()));
      await this.appendToMirror(`${me.device}.jsonl`, text);
      this.writeTrouble = undefined;
    } catch (error) {
      this.writeTrouble = notices.mirrorUnavailable(this.nameOf(this.local), reasonOf(error));
    }
  }

  /**
   * Writes a bundle for the learner to commit: what `readNew` found in no bundle here, and what proves all that no bundle
   * proves yet, as those of 0.1.0 prove nothing.
   */
  async publish(
    own: readonly ProgressEvent[],
    { me, signer }: Writing,
  ): Promise<{ file: string; count: number } | undefined> {
    const unsigned = own.filter(({ h }) => !this.bundles.isSignedBy(me, h));
    if (unsigned.length === 0 || !(await this.isUsable())) return undefined;
    const missing = unsigned.filter(({ h }) => !this.bundles.holds(h));
    const signatures = signEvents(unsigned, await signer());
    const { name, text } = makeBundle(missing, { signatures, day: unsigned[0]!.at.slice(0, 10) });
    await writeDurably(this.files, { folder: this.published, name, content: text, replace: false });
    return { file: join(this.published, name), count: unsigned.length };
  }

  /** Reads both folders again from the beginning. */
  distrust(): void {
    this.mirror.distrust();
    this.bundles.distrust();
  }

  forget(): void {
    this.mirror.forget();
    this.bundles.forget();
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

  private async appendToMirror(name: string, text: string): Promise<void> {
    await this.files.mkdir(this.local, { recursive: true });
    await this.ignoreMirror();
    const handle = await this.files.open(join(this.local, name), APPEND, 0o644);
    try {
      // The first write of a session begins on a line of its own, whatever an interrupted one left behind.
      await handle.appendFile((this.hasAppended ? '' : '\n') + text);
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
