import { schemas } from 'katapath:schemas';
import { spendTime } from '../../budget.ts';
import type { Problem, TextRange } from '../../problem.ts';
import { parseJsonText, type JsonText } from '../../text/json.ts';
import { findMisfits } from '../../text/misfits.ts';
import { compilePattern, PatternError, type Flags } from '../../text/pattern/pattern.ts';
import { findCircles } from './circles.ts';
import { findBombs } from './expansion.ts';
import { readParts } from './parts.ts';
import { EVIDENCE_STEPS, toProfile, type Profile } from './profile.ts';
import { isDocumentName, renderFileName } from './template.ts';

/** Where a workspace keeps profiles of its own: `adr/ours.schema.json` there is the profile `adr/ours`. */
export const SCHEMA_FOLDER = '.katapath/schemas';
const EXTENSION = '.schema.json';

export interface OwnProfiles {
  readonly profiles: readonly Profile[];
  /** By the schema file's name. A file with a problem makes no profile; the others do. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

/**
 * Compiles a workspace's own schemas. ajv is loaded only here and only when there is a schema. Nothing outside the file
 * is read: a `$ref` to elsewhere is a problem, and so is a schema ajv does not take.
 */
export async function compileOwnProfiles(files: ReadonlyMap<string, string>): Promise<OwnProfiles> {
  const profiles: Profile[] = [];
  const problems = new Map<string, Problem[]>();
  const wanted = [...files].filter(([name]) => name.endsWith(EXTENSION));
  if (wanted.length === 0) return { profiles, problems };
  const compile = await loadCompiler();
  for (const [name, text] of wanted) {
    const json = parseJsonText(text);
    const found = [...check(json)];
    if (found.length === 0) {
      const schema = json.data as Record<string, unknown>;
      try {
        profiles.push(toProfile(name.slice(0, -EXTENSION.length), schema, compile(schema)));
      } catch (error) {
        const { message, path } = explain(error);
        found.push(report(`This schema cannot be used: ${message}.`, json.rangeAt(path)));
      }
    }
    if (found.length > 0) problems.set(name, found);
  }
  return { profiles, problems };
}

async function loadCompiler() {
  const [{ default: Ajv }, { default: addFormats }] = await Promise.all([
    import('ajv/dist/2020.js'),
    import('ajv-formats'),
  ]);
  return (schema: Record<string, unknown>) => {
    // One instance per schema: ids and definitions of one file must not meet those of another.
    const ajv = new Ajv({
      allErrors: true,
      allowUnionTypes: true,
      strict: false,
      validateFormats: true,
      code: { regExp: ENGINE },
    });
    addFormats(ajv);
    ajv.addKeyword({ keyword: STEP, validate: countStep, errors: false });
    const { $id: _id, $schema: _schema, ...own } = schema;
    return ajv.compile(withSteps(own) as Record<string, unknown>);
  };
}

/** In no schema that a person writes. */
const STEP = 'x-katapath-step';

/** A schema of parts that ask others twice, and those others again, doubles its work with each: it must be given up. */
function countStep(): boolean {
  spendTime();
  return true;
}

/** The schema with a step in every part that asks others. */
function withSteps(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map(withSteps);
  const entries = Object.entries(part).map(([key, value]) => [key, withSteps(value)]);
  return Object.fromEntries('$ref' in part || '$dynamicRef' in part ? [[STEP, true], ...entries] : entries);
}

/** A folder from elsewhere may bring a schema whose pattern never comes to an end: it would hold up the editor. */
const ENGINE = Object.assign((source: string, flags: string) => compilePattern(source, flags as Flags), {
  code: 'compilePattern',
});

function* check(json: JsonText): Iterable<Problem> {
  for (const { message, range } of json.errors) yield report(`This is not JSON: ${message}`, range);
  if (json.data === undefined) return;
  if (typeof json.data !== 'object' || json.data === null || Array.isArray(json.data)) {
    yield report('A schema is a JSON object.', json.rangeAt([]));
    return;
  }
  for (const { message, range } of json.repeated) yield report(message, range);
  for (const { message, range } of findMisfits(json, schemas['profile']!)) yield report(message, range);
  yield* checkExpansion(json.data as Record<string, unknown>, json);
  yield* checkReferences(json.data, [], json);
  yield* checkSchemaPatterns(json.data, [], json);
  yield* checkFile((json.data as { 'x-katapath'?: { file?: unknown } })['x-katapath']?.file, json);
  yield* checkPatterns((json.data as Record<string, unknown>)['x-katapath'], ['x-katapath'], json);
}

/** A folder from elsewhere may bring a profile whose documents are programs or settings: it would write them here. */
function* checkFile(file: unknown, json: JsonText): Iterable<Problem> {
  if (typeof file !== 'string') return;
  const values = { title: 'title', number: 1, date: '2000-01-01', author: 'author' };
  if (isDocumentName(renderFileName({ file, kind: 'kind' }, values))) return;
  yield report(
    `No document is written to "${file}": name a Markdown file of this folder, outside of .git, .vscode and .katapath.`,
    json.rangeAt(['x-katapath', 'file']),
  );
}

/** A check of a document goes wherever the references lead: it must come to an end, and soon. */
function* checkExpansion(schema: Record<string, unknown>, json: JsonText): Iterable<Problem> {
  const parts = readParts(schema);
  for (const path of findCircles(parts))
    yield report(
      'This leads back to itself, and no check would come to an end: refer to a part below.',
      json.rangeAt(path),
    );
  for (const path of findBombs(parts))
    yield report(
      'With this, a check would follow thousands of references: refer to each part once.',
      json.rangeAt(path),
    );
  // With a name of its own, a part would be where its references begin, and others than these would be counted.
  for (const [part, path] of parts.places)
    if (path.length > 0 && typeof part.$id === 'string')
      yield report('A part has no address of its own: take this one out.', json.rangeAt([...path, '$id']));
}

/** Only `#…` may be referred to: a check must not read or fetch what a document's folder does not hold. */
function* checkReferences(value: unknown, path: readonly string[], json: JsonText): Iterable<Problem> {
  if (typeof value !== 'object' || value === null || path.length > 60) return;
  for (const [key, child] of Object.entries(value)) {
    const here = [...path, key];
    if ((key === '$ref' || key === '$dynamicRef') && typeof child === 'string' && !child.startsWith('#'))
      yield report(
        `"${child}" is outside this file; a profile may only refer to its own parts ("#/$defs/…").`,
        json.rangeAt(here),
      );
    else yield* checkReferences(child, here, json);
  }
}

function* checkSchemaPatterns(value: unknown, path: readonly string[], json: JsonText): Iterable<Problem> {
  if (typeof value !== 'object' || value === null || path.length > 60) return;
  for (const [key, child] of Object.entries(value)) {
    const here = [...path, key];
    if (key === 'pattern' && typeof child === 'string') yield* checkPattern(child, 'u', json.rangeAt(here));
    if (path.at(-1) === 'patternProperties') yield* checkPattern(key, 'u', json.rangeAt(here, 'key'));
    yield* checkSchemaPatterns(child, here, json);
  }
}

/** The regular expressions detection uses. */
function* checkPatterns(value: unknown, path: readonly string[], json: JsonText): Iterable<Problem> {
  if (typeof value !== 'object' || value === null) return;
  const { detect } = value as { detect?: unknown };
  if (!Array.isArray(detect)) return;
  for (const [index, piece] of detect.entries())
    for (const key of ['folder', 'file', 'title']) {
      const source = (piece as Record<string, unknown> | null)?.[key];
      if (typeof source === 'string')
        yield* checkPattern(source, 'i', json.rangeAt([...path, 'detect', String(index), key]), EVIDENCE_STEPS);
    }
}

function* checkPattern(source: string, flags: Flags, range: TextRange, mostSteps?: number): Iterable<Problem> {
  try {
    compilePattern(source, flags, mostSteps);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    yield report(`"${source.length > 60 ? `${source.slice(0, 60)}…` : source}" ${error.message}.`, range);
  }
}

/** ajv names the place inside the schema as `data/properties/…` in its message. */
function explain(error: unknown): { message: string; path: string[] } {
  const message = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  const found = /data((?:\/[^\s,]+)+)/.exec(message);
  return { message, path: found ? found[1]!.split('/').slice(1) : [] };
}

function report(message: string, range: TextRange): Problem {
  return { code: 'KP981', severity: 'error', message, range };
}
