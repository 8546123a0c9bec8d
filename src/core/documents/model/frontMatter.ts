import { isCollection, isMap, isScalar, isSeq, parseDocument as parseYaml, type Node, type Pair } from 'yaml';
import type { TextRange } from '../../problem.ts';
import { isNestedDeeper } from '../../text/yamlDepth.ts';
import { placeInYaml } from '../../text/yamlPlace.ts';

/** The YAML between two `---` lines at the very start of a document. */
export interface FrontMatter {
  /** With both `---` lines. */
  readonly range: TextRange;
  readonly body: TextRange;
  /** The data, null-prototype and JSON-like (dates stay text); empty when the YAML is broken. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly entries: readonly FrontMatterEntry[];
  readonly errors: readonly FrontMatterError[];
  /** The place of the value (or, with `key`, of the key) at a path such as `['authors', '0']`; the nearest one above when it is absent. */
  rangeAt(path: readonly string[], part?: 'key' | 'value'): TextRange;
}

export interface FrontMatterEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: unknown;
  readonly valueRange: TextRange;
}

export interface FrontMatterError {
  readonly message: string;
  readonly range: TextRange;
}

/** Longer front matter is reported and not read: YAML is not where a document's words belong. */
const LONGEST = 8 * 1024;
const DEEPEST = 64;
/** What is broken in so many places is no YAML; its first places say enough. */
const MOST_ERRORS = 10;
const ALIAS = 'A reference such as *name is not followed here; write out what it stands for.';
const TANGLED = 'A key must be a word, not a list or a map of others.';

/** The front matter of a text, or undefined when it has none. Never throws: broken YAML becomes `errors`. */
export function parseFrontMatter(text: string): FrontMatter | undefined {
  const place = locate(text);
  if (!place) return undefined;
  const { range, body } = place;
  const refusal = refuse(text.slice(body.start, body.end));
  if (refusal === undefined) return read(text, range, body);
  const error = { message: refusal, range: { start: range.start, end: body.start } };
  return { range, body, data: {}, entries: [], errors: [error], rangeAt: () => body };
}

/** Why some YAML is not even tried: what is this large or this deep is no header, but can exhaust time or the stack. */
function refuse(yaml: string): string | undefined {
  if (yaml.length > LONGEST) return `The front matter is longer than ${LONGEST / 1024} kB.`;
  return isNestedDeeper(yaml, DEEPEST) ? `The front matter is nested more than ${DEEPEST} levels deep.` : undefined;
}

function locate(text: string): { range: TextRange; body: TextRange } | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', start)) return undefined;
  const opening = /---[ \t]*(?:\r\n|\n|\r)/y;
  opening.lastIndex = start;
  if (!opening.test(text)) return undefined;
  const closing = /^(?:---|\.\.\.)[ \t]*$/gm;
  closing.lastIndex = opening.lastIndex;
  const found = closing.exec(text);
  if (!found) return undefined;
  const body = { start: opening.lastIndex, end: found.index };
  return { range: { start, end: found.index + found[0].length }, body };
}

function read(text: string, range: TextRange, body: TextRange): FrontMatter {
  const yaml = withoutStacks(() =>
    parseYaml(text.slice(body.start, body.end), {
      schema: 'core',
      prettyErrors: false,
      uniqueKeys: true,
      logLevel: 'silent',
    }),
  );
  const shift = (start: number, end: number): TextRange => ({ start: body.start + start, end: body.start + end });
  const errors: FrontMatterError[] = yaml.errors.slice(0, MOST_ERRORS).map(({ message, pos: [start, end] }) => ({
    message,
    range: shift(start, Math.max(end, start)),
  }));
  const rangeOf = (node: unknown): TextRange | undefined => {
    const place = (node as Node | null)?.range;
    return place ? shift(place[0], place[1]) : undefined;
  };
  const root = yaml.contents;
  const entries: FrontMatterEntry[] = [];
  const data: Record<string, unknown> = Object.create(null);
  if (isMap(root)) {
    for (const pair of root.items as Pair<Node, Node | null>[]) {
      if (isCollection(pair.key) && someKey(pair.key, () => true)) {
        errors.push({ message: TANGLED, range: rangeOf(pair.key) ?? body });
        continue;
      }
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
      const value = toData(pair.value, yaml, errors, rangeOf(pair.value) ?? body);
      const keyRange = rangeOf(pair.key) ?? body;
      entries.push({
        key,
        keyRange,
        value,
        valueRange: rangeOf(pair.value) ?? { start: keyRange.end, end: keyRange.end },
      });
      data[key] = value;
    }
  } else if (root && errors.length === 0) {
    errors.push({ message: 'Front matter must be a list of `key: value` lines.', range: rangeOf(root) ?? body });
  }
  const rangeAt: FrontMatter['rangeAt'] = (path, part = 'value') =>
    placeInYaml(root, path, part, { rangeOf, nearest: entries[0]?.keyRange ?? body });
  return { range, body, data, entries, errors, rangeAt };
}

/** What is no YAML at all has thousands of errors, and where each was made takes longer to note than to find. */
function withoutStacks<T>(work: () => T): T {
  const errors: { stackTraceLimit?: number } = Error;
  const usual = errors.stackTraceLimit;
  errors.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    if (usual === undefined) delete errors.stackTraceLimit;
    else errors.stackTraceLimit = usual;
  }
}

/**
 * Aliases are refused (`maxAliasCount: 0`): a bomb of them becomes an error on its own entry. So are keys that are lists
 * or maps of such keys: each would be written out to name it, and those within it again.
 */
function toData(
  node: Node | null,
  yaml: ReturnType<typeof parseYaml>,
  errors: FrontMatterError[],
  range: TextRange,
): unknown {
  if (!node) return null;
  if (isTangled(node)) {
    errors.push({ message: TANGLED, range });
    return null;
  }
  try {
    return node.toJS(yaml, { maxAliasCount: 0 });
  } catch (error) {
    const isAlias = /alias/i.test(String(error));
    errors.push({ message: isAlias ? ALIAS : String(error), range });
    return null;
  }
}

/** Whether a key is a list or map that has such a key itself; one level is a template's `{{title}}`. */
function isTangled(node: Node): boolean {
  return someKey(node, (key) => someKey(key, () => true));
}

/** Whether a key at any depth is a list or map that `isIt` holds of. YAML's own `visit` copies the way down at each step. */
function someKey(node: unknown, isIt: (key: Node) => boolean): boolean {
  if (isSeq(node)) {
    for (const item of node.items) if (someKey(item, isIt)) return true;
  } else if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (isCollection(key) && (isIt(key) || someKey(key, isIt))) return true;
      if (someKey(value, isIt)) return true;
    }
  }
  return false;
}
