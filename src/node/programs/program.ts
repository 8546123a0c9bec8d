/** A program that a toolchain needs, and where to look for it. */
export interface WantedProgram {
  readonly id: string;
  /** As people call it: `Node.js`. */
  readonly title: string;
  /** The setting that names it, without the `katapath.` in front. */
  readonly setting: 'node' | 'python' | 'cargo';
  /** Where it may be, best first; the setting has been tried before. */
  candidates(place: SearchPlace): Promise<readonly Candidate[]> | readonly Candidate[];
  /** Makes it print its version and, where it can, the path of what really runs: many are scripts that look for it. */
  readonly versionArgs: readonly string[];
  /** The version in what it prints, as numbers; undefined when that is something else. */
  readVersion(printed: string): readonly number[] | undefined;
  /** The path in what it prints; absent, the program is started as it was found. */
  readPath?(printed: string): string | undefined;
  readonly minimum: readonly number[];
  /** One sentence: how to get it. */
  readonly howToGet: string;
}

export interface SearchPlace {
  /** The folder that is open; a virtual environment in it is preferred. */
  readonly workspace: string | undefined;
  /** The interpreter that is selected in the editor. */
  pythonFromEditor(): Promise<string | undefined>;
}

export interface Candidate {
  readonly program: string;
  /** Arguments that belong to the program: `-3` of the Windows launcher. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface FoundProgram extends Required<Candidate> {
  readonly version: string;
}
