import { join } from 'node:path';
import { makeBundle } from '../../core/progress/bundle.ts';
import type { ProgressEvent } from '../../core/progress/event.ts';
import { encodeLog } from '../../core/progress/log.ts';
import { notices } from '../../core/progress/notices.ts';
import type { ProgressNotice } from '../../core/progress/store.ts';
import { APPEND, codeOf, writeDurably, type FileSystem } from './files.ts';
import { LogReader, type NewLines } from './logReader.ts';

/** Ignores everything in its folder, itself included: the mirror is never offered to git. */
const GITIGNORE = "# A copy of your progress, kept by Katapath. Publish it to '../progress' to share it.\n*\n";

/**
 * The two copies in a workspace folder: `.katapath/local/`, a mirror that git ignores, and `.katapath/progress/`, the
 * bundles the learner publishes and commits. Neither is needed to record anything; each can bring everything back.
 */
export class WorkspaceCopy {
  readonly local: string;
  readonly published: string;
  private readonly mirror: LogReader;
  private readonly bundles: LogReader;
  private readonly mirrored = new Set<string>();
  private readonly inBundles = new Set<string>();
  private failure: ProgressNotice | undefined;

  constructor(
    private readonly files: FileSystem,
    readonly root: string,
  ) {
    this.local = join(root, '.katapath', 'local');
    this.published = join(root, '.katapath', 'progress');
    this.mirror = new LogReader(files, this.local, false);
    this.bundles = new LogReader(files, this.published, false);
  }

  /** Why the copy is not kept, if it is not. */
  get notice(): ProgressNotice | undefined {
    return this.failure;
  }

  /** What the mirror and the bundles hold that was not read before. */
  async readNew(): Promise<NewLines> {
    if (!(await this.isUsable())) return { events: [], problems: [] };
    const mirror = await this.mirror.readNew(this.mirrored);
    const bundles = await this.bundles.readNew(this.inBundles);
    for (const { h } of mirror.events) this.mirrored.add(h);
    for (const { h } of bundles.events) this.inBundles.add(h);
    return { events: [...mirror.events, ...bundles.events], problems: [...mirror.problems, ...bundles.problems] };
  }
}
