import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { TextRange } from '../problem.ts';

/** A JSON text with the place of every value, for messages on the exact words. */
export interface JsonText {
  /** Undefined when the text is not JSON, and then `errors` say why. */
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly range: TextRange }[];
  /** Keys that stand in one object again further down: JSON takes the last of them and says nothing. */
  readonly repeated: readonly { readonly key: string; readonly message: string; readonly range: TextRange }[];
  /** The place of the value at a path, or of its key; of the key of the nearest one above when it is absent. */
  rangeAt(path: JsonPath, part?: 'key' | 'value'): TextRange;
}

/** Steps, or a JSON pointer as schema validators write them: `/rules/KP301`. */
export type JsonPath = string | readonly (string | number)[];

const LARGEST = 1024 * 1024;
/** Deeper than anything a person writes; a bomb of brackets must not end in a stack overflow. */
const DEEPEST = 200;

/** Reads JSON; comments and trailing commas are errors, as they are for everyone else who reads the file. */
export function parseJsonText(text: string): JsonText {
  const offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const body = text.slice(offset);
  const whole = { start: 0, end: Math.min(text.length, Math.max(text.search(/[\r\n]/), 0) || text.length) };
  const fail = (message: string, range: TextRange): JsonText => ({
    data: undefined,
    errors: [{ message, range }],
    repeated: [],
    rangeAt: () => whole,
  });
  if (body.length > LARGEST) return fail('It is longer than 1 MB.', whole);
  const tooDeep = findDepth(body, DEEPEST);
  if (tooDeep >= 0)
    return fail(`It is nested more than ${DEEPEST} levels deep here. Make it flatter.`, wordAt(text, tooDeep + offset));
  const errors: ParseError[] = [];
  const root = parseTree(body, errors, { disallowComments: true });
  if (errors[0] || !root) {
    const at = errors[0]?.offset ?? body.length;
    return fail(adviceAt(body, at), wordAt(text, at + offset));
  }
  const rangeOf = (node: Node): TextRange => ({
    start: offset + node.offset,
    end: offset + node.offset + node.length,
  });
  return {
    data: JSON.parse(body),
    errors: [],
    repeated: [...findRepeated(root)].map((node) => ({
      key: String(node.value),
      message: `"${node.value}" stands here again further down, and only the last one counts: put both into one.`,
      range: rangeOf(node),
    })),
    rangeAt: (path, part = 'value') => {
      const place = findPlace(root, typeof path === 'string' ? readPointer(path) : path.map(String), part);
      return place ? rangeOf(place) : whole;
    },
  };
}

/** All that must be mended before the text is used: that it is not JSON, or keys that nobody would miss. */
export const mistakesIn = ({ errors, repeated }: JsonText) => [...errors, ...repeated];

/** The steps of a JSON pointer. */
export function readPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A name as a step of a JSON pointer. */
export function toPointerStep(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The node at a path; where the path ends early, the key that leads to the last one there is. */
function findPlace(root: Node, path: readonly string[], part: 'key' | 'value'): Node | undefined {
  let node = root;
  let key: Node | undefined;
  for (const step of path) {
    const found = node.type === 'array' ? node.children?.[Number(step)] : findProperty(node, step);
    if (!found) return key;
    [key, node] = found.type === 'property' ? [found.children![0]!, found.children![1]!] : [found, found];
  }
  return part === 'key' && key ? key : node;
}

/** The last of the name, as JSON has it. */
function findProperty(node: Node, name: string): Node | undefined {
  return node.type === 'object' ? node.children?.findLast(({ children }) => children![0]!.value === name) : undefined;
}

function* findRepeated(node: Node): Generator<Node> {
  const last = new Map<string, Node>();
  for (const child of node.children ?? []) {
    const key = child.type === 'property' ? child.children![0]! : undefined;
    const before = key && last.get(key.value as string);
    if (before) yield before;
    if (key) last.set(key.value as string, key);
    yield* findRepeated(child);
  }
}

/** Where brackets are open more levels deep than this; -1 when they never are. */
function findDepth(body: string, deepest: number): number {
  let depth = 0;
  for (const { 0: found, index } of body.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[{]|[\]}]/g)) {
    if (found === '[' || found === '{') depth++;
    else if (found === ']' || found === '}') depth--;
    if (depth > deepest) return index;
  }
  return -1;
}

/** What to do about a text that stops being JSON at an offset. */
function adviceAt(body: string, offset: number): string {
  if (offset >= body.trimEnd().length) return 'it ends too early. Close what is open: a quote, a bracket or a brace.';
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
