import { schemas } from 'katapath:schemas';
import { artifactKinds, findArtifactKind } from '../../artifacts/kind.ts';
import type { Problem, TextRange } from '../../problem.ts';
import type { Profile } from '../profiles/profile.ts';
import { allRules } from '../rules/all.ts';
import { noConfig, type Config } from '../../model/config.ts';
import { parseJsonText, type JsonText } from '../../text/json.ts';
import { findMisfits } from '../../text/misfits.ts';
import { findBadGlobs } from './badGlobs.ts';
import { wordLists } from './words.ts';

const artifactRules = artifactKinds.flatMap(({ rules }) => [...rules.values()]);

/** Where a workspace keeps its settings for documents. */
export const CONFIG_FILE = '.katapath/config.json';

export interface ReadConfig {
  /** What could be understood; the rest is as if it were not there, and never silences a check. */
  readonly config: Config;
  readonly problems: readonly Problem[];
}

/**
 * Reads `.katapath/config.json`. A broken file is reported (KP980) and the checks go on with what is sound in it: each
 * of its parts, and each entry of a list, stands or falls alone.
 */
export function readConfig(text: string | undefined, profiles: readonly Profile[]): ReadConfig {
  if (text === undefined) return { config: noConfig, problems: [] };
  const json = parseJsonText(text);
  if (json.data === undefined)
    return {
      config: noConfig,
      problems: json.errors.map(({ message, range }) => report(`This is not JSON: ${message}`, range)),
    };
  const misfits = [...findMisfits(json, schemas['config']!), ...findBadGlobs(json)];
  const problems = misfits.map(({ message, range }) => report(message, range));
  // What is wrong takes with it a setting, or one entry of it.
  const broken = new Set(misfits.map(({ path }) => toKey(...path.slice(0, 2))));
  const config = keepSound(json.data, broken);
  const twice = json.repeated.map(({ message, range }) => report(message, range));
  return { config, problems: [...problems, ...twice, ...findUnknown(config, json, profiles)] };
}

function report(message: string, range: TextRange): Problem {
  return { code: 'KP980', severity: 'error', message, range };
}

const toKey = (...path: (string | number)[]) => path.join('\n');

/** The settings without the parts that are broken. */
function keepSound(data: unknown, broken: ReadonlySet<string>): Config {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return noConfig;
  const isSound = (...path: (string | number)[]) => !broken.has(toKey(...path));
  const keepEntries = (key: string, value: unknown) => {
    if (Array.isArray(value)) return value.filter((_entry, index) => isSound(key, index));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => isSound(key, name)));
  };
  return Object.fromEntries(
    Object.entries(data)
      .filter(([key]) => isSound(key))
      .map(([key, value]) => [key, keepEntries(key, value)]),
  );
}

const knownRules = new Set([...allRules, ...artifactRules].flatMap(({ code, name }) => [code, name]));

/** What fits the schema and still means nothing: profiles, rules and lists nobody has, and globs that match no path. */
function* findUnknown(config: Config, json: JsonText, profiles: readonly Profile[]): Iterable<Problem> {
  const { documents = [], artifacts = [], rules = {}, words = {}, gate = [] } = config;
  // Entries that are broken were left out, so that an entry's place is asked of the text's own list.
  const rangeOf = (key: keyof Config, entry: unknown, ...path: string[]) => {
    const list = (json.data as Record<string, unknown[]>)[key]!;
    return json.rangeAt([key, String(list.indexOf(entry)), ...path]);
  };
  for (const entry of documents)
    if (entry.profile !== 'none' && !profiles.some(({ id }) => id === entry.profile)) {
      const known = profiles.map(({ id }) => id).join(', ');
      const range = rangeOf('documents', entry, 'profile');
      yield report(`There is no profile "${entry.profile}". Known: ${known}, none.`, range);
    }
  for (const entry of artifacts)
    if (entry.kind !== 'none' && !findArtifactKind(entry.kind))
      yield report(`There is no kind of artifact "${entry.kind}".`, rangeOf('artifacts', entry, 'kind'));
  for (const name of Object.keys(rules))
    if (!knownRules.has(name)) yield unknownRule(name, json.rangeAt(['rules', name], 'key'));
  for (const name of gate) if (!knownRules.has(name)) yield unknownRule(name, rangeOf('gate', name));
  for (const name of Object.keys(words))
    if (!wordLists.includes(name)) {
      const range = json.rangeAt(['words', name], 'key');
      yield report(`There is no list of words "${name}". Known: ${wordLists.join(', ')}.`, range);
    }
}

function unknownRule(name: string, range: TextRange): Problem {
  return { ...report(`There is no rule "${name}".`, range), severity: 'warning' };
}
