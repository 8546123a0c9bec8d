import type { Severity } from '../../problem.ts';
import { readPointer } from '../../text/json.ts';
import type { Section } from '../model/sections.ts';
import { headingSpellings, otherNumber } from '../model/vocabulary.ts';

/** Patterns of evidence may be larger than others, for they are held against short words alone. */
export const EVIDENCE_STEPS = 400;

/** What a schema file says beside its demands, under `x-katapath`. */
export interface ProfileData {
  /** The family: `adr`, `rfc`, `runbook`, … A new word makes a new family. */
  readonly kind: string;
  /** Problems weigh as in the `strict` column: for a format one chose, not one that was guessed. */
  readonly strict?: boolean;
  /** New documents have bold labels for headings. */
  readonly labels?: boolean;
  /** In the order a document of this profile has them. */
  readonly sections?: readonly ProfileSection[];
  /** Statuses in the spelling this profile wants; empty: any known one. */
  readonly statuses?: readonly string[];
  /** What speaks for this profile once the kind is known; see `Evidence`. */
  readonly detect?: readonly Evidence[];
  /** Severities of single rules by code, where they differ. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** How new documents are named; see `profiles/template.ts`. */
  readonly file?: string;
  /** The lines above the sections of a new document. */
  readonly template?: readonly string[];
}

export interface ProfileSection {
  /** The name the schema uses under `sections`. */
  readonly key: string;
  /** The heading a new document gets. */
  readonly heading: string;
  /** Keys of the shared vocabulary whose spellings count too; the section's own key when left out. */
  readonly like?: readonly string[];
  /** Spellings only this profile knows, in lower case. */
  readonly aliases?: readonly string[];
  /** What a new document says here, as a comment for the author. */
  readonly guidance?: string;
  /** Left out of new documents. */
  readonly optional?: boolean;
  /** What its words must hold: a number, or a day (`by Friday`, `2026-11-21`, `in May`). */
  readonly holds?: 'number' | 'day';
}

/** Conditions that must all hold for the points to count. */
export interface Evidence {
  readonly points: number;
  /** A regular expression on the folders of the file's path, lower case, such as `(^|/)adrs?/`. */
  readonly folder?: string;
  /** A regular expression on the file's name, lower case. */
  readonly file?: string;
  /** A regular expression on the title's words. */
  readonly title?: string;
  /** The kind of the title: `ADR`, `RFC`. */
  readonly titleKind?: string;
  /** Sections that must all be there: vocabulary keys or spellings. */
  readonly sections?: readonly string[];
  /** Sections of which `atLeast` (one) must be there. With `perSection`, each adds its points. */
  readonly any?: readonly string[];
  readonly atLeast?: number;
  readonly perSection?: boolean;
  /** Sections that must not be there. */
  readonly without?: readonly string[];
  /** Front matter keys of which one must be there; `key=value` asks for the value too. */
  readonly frontMatter?: readonly string[];
  /** Labels in the header of which one must be there, in lower case. */
  readonly labels?: readonly string[];
  readonly statusForm?: readonly string[];
  readonly dateForm?: readonly string[];
  /** Whether bold labels stand in for headings. */
  readonly labelled?: boolean;
  /** Files of which one must stand beside the document. */
  readonly beside?: readonly string[];
}

export interface Failure {
  readonly path: readonly string[];
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A family member: how a document of one format looks, and the check of it. */
export interface Profile extends ProfileData {
  /** `adr/seed` */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
  /** What a document's view (see `schema/view.ts`) fails; empty when it fits. */
  validate(view: unknown): readonly Failure[];
  /** The profile's keys for a heading: one, none, or several for `Summary and motivation`. */
  keysOf(section: Section): readonly string[];
}

interface Validator {
  (data: unknown): boolean;
  errors?:
    | readonly {
        instancePath: string;
        schemaPath: string;
        keyword: string;
        params: Record<string, unknown>;
        message?: string;
      }[]
    | null;
}

export function toProfile(id: string, schema: Readonly<Record<string, unknown>>, validator: Validator): Profile {
  const data = (schema['x-katapath'] ?? {}) as ProfileData;
  const keys = toKeys(data.sections ?? []);
  return {
    ...data,
    kind: data.kind ?? id.split('/')[0]!,
    id,
    title: String(schema.title ?? id),
    description: String(schema.description ?? ''),
    schema,
    validate: (view) => (validator(view) ? [] : (validator.errors ?? []).filter(isOwn).map(toFailure)),
    keysOf: ({ name }) => findKeys(keys, name),
  };
}

function toKeys(sections: readonly ProfileSection[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const add = (spelling: string, key: string) => {
    if (!keys.has(spelling)) keys.set(spelling, key);
  };
  for (const { key, heading, aliases = [] } of sections)
    for (const spelling of [heading.toLowerCase(), ...aliases]) add(spelling, key);
  for (const { key, like = [key] } of sections)
    for (const known of like) for (const spelling of headingSpellings[known] ?? []) add(spelling, key);
  return keys;
}

function findKeys(keys: ReadonlyMap<string, string>, name: string): readonly string[] {
  const own = keys.get(name) ?? keys.get(otherNumber(name));
  if (own !== undefined) return [own];
  if (!COMPOUND.test(name)) return [];
  const key = keys.get(leadOf(name));
  if (key !== undefined) return [key];
  const parts = name.split(/\s*(?:\/|,|&|\band\b)\s*/);
  if (parts.length === 1) return [];
  const known = parts.map((part) => keys.get(part));
  return known.every((part) => part !== undefined) ? [...new Set(known)] : [];
}

/** A name that is longer than its lead, or of several parts: most are neither. */
const COMPOUND = /[:(/–—,&]| - |\band\b/;

/** `decision: use queues` and `context (2024)` are found by their first words. */
function leadOf(name: string): string {
  return name.replace(/\s*(?:[:(/–—]| - ).*$/, '');
}

/** An `anyOf` that fails repeats itself once per branch, and `contains` once per member; one failure is enough. */
function isOwn({ schemaPath }: { schemaPath: string }): boolean {
  return !/\/(?:(?:anyOf|oneOf)\/\d+|contains)\//.test(schemaPath);
}

function toFailure({
  instancePath,
  keyword,
  params,
  message = 'does not fit',
}: NonNullable<Validator['errors']>[number]): Failure {
  return { path: readPointer(instancePath), keyword, params, message };
}
