import { schema, validate } from 'katapath:schema/kata';
import type { Fix, Problem, TextRange } from '../../problem.ts';
import { insertFirst } from '../../text/insertFirst.ts';
import { toPointerStep, type JsonText } from '../../text/json.ts';
import { nearest } from '../../text/spelling.ts';

type SchemaError = NonNullable<(typeof validate)['errors']>[number];

/** What the schema says about a manifest, each on the words it is about, with a fix where there is only one. */
export function* findSchemaProblems(text: string, json: JsonText): Generator<Problem> {
  if (validate(json.data)) return;
  const errors = validate.errors ?? [];
  const misspelt = new Set(errors.flatMap((error) => meantKey(error) ?? []));
  for (const error of errors) {
    if (error.keyword === 'if' || error.keyword === 'propertyNames') continue;
    // A key that is missing because it is misspelt is told once, where it stands.
    if (error.keyword === 'required' && misspelt.has(keyOf(error, 'missingProperty'))) continue;
    yield { code: 'KC102', severity: 'error', ...describe(error, text, json) };
  }
}

/** Pointer of the key that a stray one is meant to be. */
function meantKey(error: SchemaError): string | undefined {
  if (error.keyword !== 'additionalProperties') return undefined;
  const known = nearest(String(error.params['additionalProperty']), knownKeys(error));
  return known === undefined ? undefined : error.instancePath + toPointerStep(known);
}

const keyOf = ({ instancePath, params }: SchemaError, name: string) =>
  instancePath + toPointerStep(String(params[name]));

function describe(error: SchemaError, text: string, json: JsonText): Pick<Problem, 'message' | 'range' | 'fix'> {
  const { instancePath: pointer, params, keyword } = error;
  const range = json.rangeAt(pointer);
  const name = pointer === '' ? 'The manifest' : `“${pointer.slice(pointer.lastIndexOf('/') + 1)}”`;
  switch (keyword) {
    case 'required': {
      const missing = String(params['missingProperty']);
      const where = { ...json.rangeAt(pointer, 'key') };
      const fix = insertProperty(text, range, missing);
      return { message: `${name} needs “${missing}”.`, range: narrow(where), ...(fix && { fix }) };
    }
    case 'additionalProperties': {
      const extra = String(params['additionalProperty']);
      const key = json.rangeAt(pointer + toPointerStep(extra), 'key');
      const known = nearest(extra, knownKeys(error));
      const fix = known && replaceWith(key, JSON.stringify(known), `Call it “${known}”`);
      const hint = known ? ` Did you mean “${known}”?` : '';
      return { message: `${name} has no “${extra}”.${hint}`, range: key, ...(fix && { fix }) };
    }
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).map(String);
      const known = nearest(text.slice(range.start, range.end).replaceAll('"', ''), allowed);
      const fix = known && replaceWith(range, JSON.stringify(known), `Use “${known}”`);
      return { message: `${name} must be one of: ${allowed.join(', ')}.`, range, ...(fix && { fix }) };
    }
    case 'pattern':
      return describePattern(error, text, range);
    default:
      return { message: `${name} ${error.message ?? 'is not right'}.`, range };
  }
}

function describePattern(error: SchemaError, text: string, range: TextRange) {
  const { instancePath: pointer } = error;
  const value = text.slice(range.start + 1, range.end - 1);
  const isId = /\/(id|\d+)$/.test(pointer) && !/\/files\//.test(pointer);
  if (!isId)
    return {
      message: `“${value}” is not a file name for a kata: relative, with “/”, of letters, digits, “.”, “-” and “_”.`,
      range,
    };
  const slug = value
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const fix = /^[a-z]/.test(slug) ? replaceWith(range, JSON.stringify(slug), `Use “${slug}”`) : undefined;
  return {
    message: `“${value}” must be of lower-case letters and digits with single hyphens.`,
    range,
    ...(fix && { fix }),
  };
}

/** The keys that stand beside a stray one in the schema. */
function knownKeys({ schemaPath }: SchemaError): string[] {
  const steps = schemaPath
    .replace(/^#?\/?/, '')
    .split('/')
    .slice(0, -1);
  let at: unknown = schema;
  for (const step of steps) at = (at as Record<string, unknown> | undefined)?.[step];
  return Object.keys((at as { properties?: object } | undefined)?.properties ?? {});
}

const placeholders: Readonly<Record<string, unknown>> = {
  id: 'the-folder-name',
  version: 1,
  title: 'A title',
  summary: 'One sentence: what is built and what is learned by it.',
  topics: ['topic'],
  difficulty: 1,
  minutes: 20,
  stages: [],
  tracks: {},
  kind: 'implement',
  structure: { nesting: 2, lines: 20, branches: 6 },
  growth: { label: 'O(n)', slope: 1.5 },
  label: 'O(n)',
  slope: 1.5,
  nesting: 2,
  lines: 20,
  branches: 6,
  file: 'tests.test.ts',
  expected: [],
  files: [],
};

function insertProperty(text: string, object: TextRange, name: string): Fix | undefined {
  if (text[object.start] !== '{') return undefined;
  const edit = insertFirst(text, object, `${JSON.stringify(name)}: ${JSON.stringify(placeholders[name] ?? '')}`);
  return { title: `Add “${name}”`, kind: 'scaffold', edits: [edit] };
}

function replaceWith(range: TextRange, text: string, title: string): Fix {
  return { title, kind: 'safe', edits: [{ range, text }] };
}

/** A whole object is too much to underline: its first character says where. */
function narrow({ start, end }: TextRange): TextRange {
  return end - start > 80 ? { start, end: start + 1 } : { start, end };
}
