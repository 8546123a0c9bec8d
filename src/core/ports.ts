/** One entry of a folder. `link` is a symbolic link, which is never followed. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
}

/**
 * A rooted place for files. Names are relative, with forward slashes; a name that leaves the root is refused with a
 * `HumanError`. Core code needs no URI and no path library.
 */
export interface Folder {
  /** The text of a file (UTF-8), or undefined when there is none. */
  read(name: string): Promise<string | undefined>;
  /** The entries directly in a folder, sorted by name; an absent folder has none. `''` is the root. */
  list(name: string): Promise<FolderEntry[]>;
  /** Writes a whole file, making the folders above it. */
  write(name: string, text: string): Promise<void>;
  /** Removes a file or a folder with all it holds; an absent one is fine. */
  remove(name: string): Promise<void>;
}

/**
 * A folder that somebody else's names lead into: a workspace, which may come from a stranger. Nothing is written or
 * removed through a link, nor where git, VS Code or Katapath would act upon it.
 */
export interface GuardedFolder extends Folder {
  /** Writes a file that is not there yet; throws a `HumanError` when something is. */
  create(name: string, text: string): Promise<void>;
}

/** Who writes into a guarded folder: `may` names its own places where nobody else writes, as in `.katapath/reviews`. */
export interface Writer {
  readonly may?: readonly string[];
}

/** Milliseconds since 1970, as `Date.now()`. */
export type Clock = () => number;

/** Lines for the person who asks what happened; not for results. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

export interface Disposable {
  dispose(): void;
}
