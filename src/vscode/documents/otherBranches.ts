import { RelativePattern, workspace, type Disposable, type LogOutputChannel } from 'vscode';
import { toSentence } from '../../core/errors.ts';
import type { Branches } from '../services.ts';
import type { FolderDocuments } from './folderDocuments.ts';

/** One git command moves several branches, and writes more than one file for each. */
const restMs = 500;

/** Keeps a folder in step with the numbers that other branches have given; git is never asked in one that is not trusted. */
export class OtherBranches {
  private readonly disposables: Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reading: Promise<void> = Promise.resolve();
  private isDisposed = false;

  constructor(
    private readonly documents: FolderDocuments,
    private readonly branches: Branches,
    private readonly log: LogOutputChannel,
  ) {
    const refs = new RelativePattern(documents.folder, '.git/{HEAD,packed-refs,refs/**}');
    const watcher = workspace.createFileSystemWatcher(refs);
    const readSoon = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.read(), restMs);
    };
    this.disposables = [
      watcher,
      watcher.onDidCreate(readSoon),
      watcher.onDidChange(readSoon),
      watcher.onDidDelete(readSoon),
      workspace.onDidGrantWorkspaceTrust(readSoon),
    ];
    void documents.whenRead.then(readSoon);
  }

  /** Asks git, once it has answered the question before. */
  read(): Promise<void> {
    return (this.reading = this.reading.then(() => this.readNow()));
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Without an answer a number may be taken on another branch; everything else goes on. */
  private async readNow(): Promise<void> {
    if (!workspace.isTrusted || this.isDisposed) return;
    const { folder, library } = this.documents;
    try {
      this.documents.setElsewhere(await this.branches.readElsewhere(folder.uri, library));
    } catch (error) {
      this.log.warn(`Other branches could not be read: ${toSentence(error)}`);
    }
  }
}
