import type { Severity } from '../problem.ts';

/** What a workspace may settle in `.katapath/config.json`; `schemas/config.schema.json` is its contract. */
export interface Config {
  /** `strict` weighs every document like one whose format was chosen. */
  readonly preset?: 'automatic' | 'strict';
  /** Profiles by path; the first match decides. `none` means "not ours". */
  readonly documents?: readonly { readonly files: string | readonly string[]; readonly profile: string }[];
  /** Kinds of artifacts by path; the first match decides. `none` means "not ours". */
  readonly artifacts?: readonly { readonly files: string | readonly string[]; readonly kind: string }[];
  /** Paths that are never looked at. */
  readonly ignore?: readonly string[];
  /** Severities by code or name of a rule: `{ "KP541": "off", "section-missing": "error" }`. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Words to add to a list; a word behind `!` is taken out. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** Prose rules (codes or names) that may fail a run of the command line after all. */
  readonly gate?: readonly string[];
}

export const noConfig: Config = {};
