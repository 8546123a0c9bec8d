import { isCollection, isMap, isPair, isScalar, parseDocument, type Node } from 'yaml';
import type { TextRange } from '../problem.ts';
import { placeInYaml } from './yamlPlace.ts';
import { findJsonError } from './jsonError.ts';

/** A JSON text with the place of every value, for messages on the exact words. */
export interface JsonText {
  /** Undefined when the text is no JSON, and then `errors` say why. */
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly range: TextRange }[];
  /** Keys that stand in one object again further down: JSON takes the last of them and says nothing. */
  readonly repeated: readonly { readonly key: string; readonly range: TextRange }[];
  /** The place at a path, or of the key there; the nearest one above when it is absent. */
  rangeAt(path: readonly string[], part?: 'key' | 'value'): TextRange;
}

const LARGEST = 1024 * 1024;

/** Reads JSON; comments and trailing commas are errors, as they are for everyone else who reads the file. */
export function parseJsonText(text: string): JsonText {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const offset = text.length - body.length;
  const whole = { start: 0, end: Math.min(text.length, Math.max(text.search(/[\r\n]/), 0) || text.length) };
  const fail = (message: string, range: TextRange): JsonText => ({
    data: undefined,
    errors: [{ message, range }],
    repeated: [],
    rangeAt: () => whole,
  });
  if (body.length > LARGEST) return fail('It is longer than 1 MB.', whole);
  const broken = findJsonError(body);
  if (broken >= 0) return fail(adviceAt(body, broken), wordAt(text, broken + offset));
  const data: unknown = JSON.parse(body);
  // Every JSON text is YAML, and the YAML reader knows where things stand.
  const { contents } = parseDocument(body, {
    schema: 'json',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const rangeOf = (node: unknown): TextRange | undefined => {
    const place = (node as Node | null)?.range;
    return place ? { start: offset + place[0], end: offset + place[1] } : undefined;
  };
  return {
    data,
    errors: [],
    repeated: [...findRepeated(contents)].map(({ key, node }) => ({ key, range: rangeOf(node) ?? whole })),
    rangeAt: (path, part = 'value') => placeInYaml(contents, path, part, { rangeOf, nearest: whole }),
  };
}

/** The steps of a JSON pointer, as ajv names places: `/rules/KP301`. */
export function readPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function* findRepeated(node: unknown): Iterable<{ key: string; node: Node }> {
  if (!isCollection(node)) return;
  const last = new Map<string, Node>();
  for (const item of node.items) {
    if (!isMap(node) || !isPair(item)) yield* findRepeated(item);
    else if (isScalar(item.key)) {
      const key = String(item.key.value);
      const before = last.get(key);
      if (before) yield { key, node: before };
      last.set(key, item.key);
      yield* findRepeated(item.value);
    }
  }
}

/** What to do about a text that stops being JSON at an offset. */
function adviceAt(body: string, offset: number): string {
  if (offset >= body.length) return 'it ends too early. Close what is open: a quote, a bracket or a brace.';
  const rest = body.slice(offset, offset + 2);
  if (/^(?:\/\/|\/\*|#)/.test(rest)) return 'it has no comments. Take this one out.';
  if (rest.startsWith("'")) return 'texts and keys stand in double quotes. Write " here.';
  if (/^[\]}]/.test(rest) && /,\s*$/.test(body.slice(Math.max(offset - 200, 0), offset)))
    return 'a comma before this has nothing behind it. Take it out.';
  return 'something else is expected here. Look for a comma, quote or bracket that is missing or one too many.';
}

/** The word at an offset, or the last character when the text ends there. */
function wordAt(text: string, offset: number): TextRange {
  const start = Math.max(Math.min(offset, text.length - 1), 0);
  const word = /^\w+/.exec(text.slice(start, start + 40));
  return { start, end: start + (word?.[0].length ?? Math.min(1, text.length)) };
}
