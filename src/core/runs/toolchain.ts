/** What there is to run one kind of kata with, or what is missing and how to get it. */
export interface ToolchainReport {
  readonly id: string;
  readonly title: string;
  readonly languages: readonly string[];
  readonly isFound: boolean;
  readonly program?: string;
  readonly version?: string;
  /** The oldest version that will do. */
  readonly minimum: string;
  readonly problem?: string;
  readonly howToGet: string;
  /** The full name of the setting that chooses it. */
  readonly setting: string;
}
