import { Disposable, EventEmitter, FileType, RelativePattern, Uri, workspace, type WorkspaceFolder } from 'vscode';
import type { Catalog } from '../../core/model/catalog.ts';
import { findKata } from '../../core/model/catalog.ts';
import { findKataFolders } from '../../core/katas/folder/find.ts';
import { markerName, parseMarker, type KataMarker } from '../../core/katas/folder/marker.ts';
import type { Kata } from '../../core/model/kata.ts';
import type { Folder } from '../../core/ports.ts';
import { canSearch } from '../shared/canSearch.ts';
import { uriFolder } from '../shared/uriFolder.ts';

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
  private known: readonly StartedKata[] = [];
  readonly onDidChange = this.changed.event;

  constructor(private readonly catalog: Catalog) {
    const watcher = workspace.createFileSystemWatcher(`**/${markerName}`);
    // Another program that moves or removes a whole folder is told of by that folder alone, not by the marker in it.
    const folders = workspace.createFileSystemWatcher('**/*', false, true, false);
    const refresh = () => this.refresh();
    this.disposables.push(
      watcher,
      folders,
      folders.onDidCreate((uri) => void this.refreshForFolder(uri)),
      folders.onDidDelete((uri) => this.known.some((kata) => isAtOrBelow(kata.uri, uri)) && refresh()),
      watcher.onDidCreate(refresh),
      watcher.onDidChange(refresh),
      watcher.onDidDelete(refresh),
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
    return started.find((kata) => isAtOrBelow(uri, kata.uri));
  }

  refresh(): void {
    this.found = undefined;
    this.changed.fire();
  }

  dispose(): void {
    Disposable.from(...this.disposables).dispose();
  }

  private async refreshForFolder(uri: Uri): Promise<void> {
    if (/[/](?:node_modules|[.]git)(?:[/]|$)/.test(uri.path)) return;
    const isFolder = await workspace.fs.stat(uri).then(
      ({ type }) => (type & FileType.Directory) !== 0,
      () => false,
    );
    if (isFolder) this.refresh();
  }

  private async find(): Promise<readonly StartedKata[]> {
    const folders = workspace.workspaceFolders ?? [];
    const found = await Promise.all(folders.map((folder) => this.findIn(folder)));
    // A workspace folder inside another finds the same katas again.
    const distinct = new Map(found.flat().map((kata) => [kata.uri.toString(), kata]));
    this.known = [...distinct.values()].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
    return this.known;
  }

  private async findIn(workspaceFolder: WorkspaceFolder): Promise<StartedKata[]> {
    const markers = await findMarkers(workspaceFolder);
    return markers.flatMap(({ uri, marker }) => {
      const kata = findKata(this.catalog, marker.kata);
      return kata ? [{ kata, marker, uri, folder: uriFolder(uri), workspaceFolder }] : [];
    });
  }
}

function isAtOrBelow(uri: Uri, folder: Uri): boolean {
  return (
    uri.scheme === folder.scheme && uri.authority === folder.authority && `${uri.path}/`.startsWith(`${folder.path}/`)
  );
}

async function findMarkers(workspaceFolder: WorkspaceFolder): Promise<{ uri: Uri; marker: KataMarker }[]> {
  if (!canSearch(workspaceFolder.uri)) {
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
