/** What the host writes to a waiting child, as one line of JSON. */
export interface ScriptJob {
  readonly secret: string;
  /** The overlay folder. */
  readonly root: string;
  readonly memoryMb: number;
  /** JavaScript (and JSON) by name. */
  readonly code: Readonly<Record<string, string>>;
  readonly tests: readonly { readonly stage: string; readonly file: string }[];
  readonly shuffle?: number;
  /** Files whose statements are counted. */
  readonly coverage?: readonly string[];
  readonly bail?: boolean;
  /** Full names of the tests to run; absent, all. */
  readonly only?: readonly string[];
  /** A person steps through it: no limit holds. */
  readonly isDebugged?: boolean;
  /**
   * Versions to run one after the other; `from` is the index of the first in the host's own list, `only` what of the
   * tests each is run against (null: all).
   */
  readonly variants?: {
    readonly from: number;
    readonly changes: readonly Readonly<Record<string, string>>[];
    readonly only: readonly (readonly string[] | null)[];
  };
  readonly call?: { readonly module: string; readonly name: string; readonly argument: unknown };
}
