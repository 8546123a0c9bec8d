import { schemas } from 'katapath:schemas';
import { artifactKinds, findArtifactKind } from '../../artifacts/kind.ts';
import type { Problem, TextRange } from '../../problem.ts';
import type { Profile } from '../profiles/profile.ts';
import { allRules } from '../rules/all.ts';
import { noConfig, type Config } from './config.ts';
import { parseJsonText, type JsonText } from './jsonText.ts';

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
 * of its parts stands or falls alone.
 */
export function readConfig(text: string | undefined, profiles: readonly Profile[]): ReadConfig {
  if (text === undefined) return { config: noConfig, problems: [] };
  const json = parseJsonText(text);
  if (json.data === undefined)
    return {
      config: noConfig,
      problems: json.errors.map(({ message, range }) => report(`This is not JSON: ${message}`, range)),
    };
  const { validate } = schemas['config']!;
  const errors = validate(json.data) ? [] : (validate.errors ?? []);
  const own = errors.filter(({ schemaPath }) => !/\/anyOf\/\d/.test(schemaPath));
  const problems = own.map(({ instancePath, keyword, params, message }) => {
    const path = instancePath.split('/').slice(1);
    const extra = params.additionalProperty ?? params.propertyName;
    const range = typeof extra === 'string' ? json.rangeAt([...path, extra], 'key') : json.rangeAt(path);
    return report(word(keyword, params, message), range);
  });
  const broken = new Set(own.map(({ instancePath }) => instancePath.split('/')[1] ?? ''));
  const config = keepSound(json.data, broken);
  return { config, problems: [...problems, ...findUnknown(config, json, profiles)] };
}

function word(keyword: string, params: Record<string, unknown>, message = 'does not fit'): string {
  if (keyword === 'additionalProperties') return `There is no setting "${String(params.additionalProperty)}".`;
  if (keyword === 'enum')
    return `Must be one of ${(params.allowedValues as unknown[]).map((value) => JSON.stringify(value)).join(', ')}.`;
  if (keyword === 'propertyNames') return 'Not the code or name of a rule.';
  return `This ${message}.`;
}

function report(message: string, range: TextRange): Problem {
  return { code: 'KP980', severity: 'error', message, range };
}

/** The settings without those that are broken; `''` in `broken` means the whole is not even an object. */
function keepSound(data: unknown, broken: ReadonlySet<string>): Config {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return noConfig;
  return Object.fromEntries(Object.entries(data).filter(([key]) => !broken.has(key))) as Config;
}

/** Profiles and rules nobody has. */
function* findUnknown(
  { documents = [], artifacts = [], rules = {}, gate = [] }: Config,
  json: JsonText,
  profiles: readonly Profile[],
): Iterable<Problem> {
  for (const [index, { profile }] of documents.entries())
    if (profile !== 'none' && !profiles.some(({ id }) => id === profile))
      yield report(`There is no profile "${profile}".`, json.rangeAt(['documents', String(index), 'profile']));
  for (const [index, { kind }] of artifacts.entries())
    if (kind !== 'none' && !findArtifactKind(kind))
      yield report(`There is no kind of artifact "${kind}".`, json.rangeAt(['artifacts', String(index), 'kind']));
  const known = new Set([...allRules, ...artifactRules].flatMap(({ code, name }) => [code, name]));
  for (const name of Object.keys(rules))
    if (!known.has(name))
      yield { ...report(`There is no rule "${name}".`, json.rangeAt(['rules', name], 'key')), severity: 'warning' };
  for (const [index, name] of gate.entries())
    if (!known.has(name))
      yield { ...report(`There is no rule "${name}".`, json.rangeAt(['gate', String(index)])), severity: 'warning' };
}
