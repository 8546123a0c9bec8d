import { Disposable, EventEmitter, FileType, RelativePattern, Uri, workspace, type WorkspaceFolder } from 'vscode';
import type { Catalog } from '../../core/model/catalog.ts';
import { findKata } from '../../core/model/catalog.ts';
import { findKataFolders } from '../../core/katas/folder/find.ts';
import { markerName, parseMarker, type KataMarker } from '../../core/katas/folder/marker.ts';
import type { KataShelf } from '../../core/katas/shelf.ts';
import type { Kata } from '../../core/model/kata.ts';
import type { Folder } from '../../core/ports.ts';
import { canSearch } from '../shared/canSearch.ts';
import { Kept } from '../shared/kept.ts';
import { uriFolder } from '../shared/uriFolder.ts';

const mostSearches = 3;

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
  private readonly found = new Kept(() => this.find());
  /** The folders of the latest answer; undefined while the next one is out. */
  private known: readonly Uri[] | undefined;
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly catalog: Catalog,
    private readonly shelf: KataShelf,
  ) {
    const watcher = workspace.createFileSystemWatcher(`**/${markerName}`);
    // Another program that moves or removes a whole folder is told of by that folder alone, not by the marker in it.
    const folders = workspace.createFileSystemWatcher('**/*', false, true, false);
    const refresh = () => this.refresh();
    this.disposables.push(
      watcher,
      folders,
      folders.onDidCreate((uri) => void this.refreshForFolder(uri)),
      folders.onDidDelete((uri) => (this.known?.some((kata) => isAtOrBelow(kata, uri)) ?? true) && refresh()),
      watcher.onDidCreate(refresh),
      watcher.onDidChange(refresh),
      watcher.onDidDelete(refresh),
      workspace.onDidDeleteFiles(refresh),
      workspace.onDidRenameFiles(refresh),
      workspace.onDidChangeWorkspaceFolders(refresh),
    );
  }

  /** Every started kata, in path order. Markers of katas this version does not know are left out. */
  async list(): Promise<readonly StartedKata[]> {
    const started = await this.found.get();
    this.known = started.map(({ uri }) => uri);
    return started;
  }

  /**
   * The started katas that fit, as they are on disk now. Another program may have moved or removed one a moment ago, and
   * the watcher tells of that later: where none fits, or one that does is no longer there, it looks again.
   */
  async lookFor(fits: (started: StartedKata) => boolean): Promise<readonly StartedKata[]> {
    const known = (await this.list()).filter(fits);
    if (known.length > 0 && (await Promise.all(known.map(isThere))).every(Boolean)) return known;
    this.refresh();
    return (await this.list()).filter(fits);
  }

  /** The started kata that holds this file, or is this folder. */
  async of(uri: Uri): Promise<StartedKata | undefined> {
    return (await this.list()).find(holds(uri));
  }

  refresh(): void {
    this.found.outdate();
    this.known = undefined;
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
    return [...distinct.values()].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  private async findIn(workspaceFolder: WorkspaceFolder): Promise<StartedKata[]> {
    const markers = await findMarkers(workspaceFolder);
    const known = markers.filter(({ marker }) => findKata(this.catalog, marker.kata));
    return Promise.all(
      known.map(async ({ uri, marker }) => {
        const kata = await this.shelf.open(marker.kata);
        return { kata, marker, uri, folder: uriFolder(uri), workspaceFolder };
      }),
    );
  }
}

/** For a look-up: whether a started kata holds this file, or is this folder. */
export function holds(uri: Uri): (started: StartedKata) => boolean {
  return (started) => isAtOrBelow(uri, started.uri);
}

async function isThere({ folder }: StartedKata): Promise<boolean> {
  return (await folder.read(markerName)) !== undefined;
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
  for (let searches = 1; ; searches++) {
    const read = await searchMarkers(workspaceFolder);
    // One that is gone by now was moved while we searched: the search may have passed its new place before.
    if (searches < mostSearches && read.some(({ text }) => text === undefined)) continue;
    return read.flatMap(({ uri, text }) => {
      const marker = text === undefined ? undefined : parseMarker(text);
      return marker ? [{ uri, marker }] : [];
    });
  }
}

async function searchMarkers(workspaceFolder: WorkspaceFolder): Promise<{ uri: Uri; text: string | undefined }[]> {
  const pattern = new RelativePattern(workspaceFolder, `**/${markerName}`);
  const files = await workspace.findFiles(pattern, '**/{node_modules,.git}/**', 500);
  return Promise.all(
    files.map(async (file) => {
      const uri = Uri.joinPath(file, '..');
      return { uri, text: await uriFolder(uri).read(markerName) };
    }),
  );
}
