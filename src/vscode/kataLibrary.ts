import { Disposable, EventEmitter, RelativePattern, Uri, workspace, type WorkspaceFolder } from 'vscode';
import type { Catalog } from '../core/catalog/catalog.ts';
import { findKata } from '../core/catalog/catalog.ts';
import { findKataFolders } from '../core/katas/folder/find.ts';
import { markerName, parseMarker, type KataMarker } from '../core/katas/folder/marker.ts';
import type { Kata } from '../core/katas/kata.ts';
import type { Folder } from '../core/ports.ts';
import { uriFolder } from './uriFolder.ts';

/** A kata the learner has started: its folder, wherever it was moved to. */
export interface StartedKata {
  readonly kata: Kata;
  readonly marker: KataMarker;
  readonly uri: Uri;
  readonly folder: Folder;
  readonly workspaceFolder: WorkspaceFolder;
}

/** The kata folders of the open workspace, known by their markers; follows creation, deletion, renames and moves. */
export class KataLibrary {
  private readonly changed = new EventEmitter<void>();
  private readonly disposables: Disposable[] = [this.changed];
  private found: Promise<readonly StartedKata[]> | undefined;
  readonly onDidChange = this.changed.event;

  constructor(private readonly catalog: Catalog) {
    const watcher = workspace.createFileSystemWatcher(`**/${markerName}`);
    const refresh = () => this.refresh();
    this.disposables.push(
      watcher,
      watcher.onDidCreate(refresh),
      watcher.onDidChange(refresh),
      watcher.onDidDelete(refresh),
      // Removing a folder tells of the folder, not of the marker in it.
      workspace.onDidDeleteFiles(refresh),
      workspace.onDidRenameFiles(refresh),
      workspace.onDidChangeWorkspaceFolders(refresh),
    );
  }

  /** Every started kata, in path order. Markers of katas this version does not know are left out. */
  list(): Promise<readonly StartedKata[]> {
    this.found ??= this.find();
    return this.found;
  }

  /** The started kata that holds this file, or is this folder. */
  async of(uri: Uri): Promise<StartedKata | undefined> {
    const started = await this.list();
    return started.find((kata) => kata.uri.scheme === uri.scheme && `${uri.path}/`.startsWith(`${kata.uri.path}/`));
  }

  refresh(): void {
    this.found = undefined;
    this.changed.fire();
  }

  dispose(): void {
    Disposable.from(...this.disposables).dispose();
  }

  private async find(): Promise<readonly StartedKata[]> {
    const folders = workspace.workspaceFolders ?? [];
    const found = await Promise.all(folders.map((folder) => this.findIn(folder)));
    return found.flat().sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  private async findIn(workspaceFolder: WorkspaceFolder): Promise<StartedKata[]> {
    const markers = await findMarkers(workspaceFolder);
    return markers.flatMap(({ uri, marker }) => {
      const kata = findKata(this.catalog, marker.kata);
      return kata ? [{ kata, marker, uri, folder: uriFolder(uri), workspaceFolder }] : [];
    });
  }
}

/** Searching never answers on a file system without a search provider, so such a workspace is walked. */
const searchable = new Set(['file', 'vscode-remote']);

async function findMarkers(workspaceFolder: WorkspaceFolder): Promise<{ uri: Uri; marker: KataMarker }[]> {
  if (!searchable.has(workspaceFolder.uri.scheme)) {
    const folders = await findKataFolders(uriFolder(workspaceFolder.uri));
    return folders.map(({ name, marker }) => ({ uri: Uri.joinPath(workspaceFolder.uri, name), marker }));
  }
  const pattern = new RelativePattern(workspaceFolder, `**/${markerName}`);
  const files = await workspace.findFiles(pattern, '**/{node_modules,.git}/**', 500);
  const markers = await Promise.all(
    files.map(async (file) => {
      const uri = Uri.joinPath(file, '..');
      const text = await uriFolder(uri).read(markerName);
      const marker = text === undefined ? undefined : parseMarker(text);
      return marker ? [{ uri, marker }] : [];
    }),
  );
  return markers.flat();
}
