import type { TextRange } from '../problem.ts';

export interface JsonError {
  readonly message: string;
  readonly range: TextRange;
}

/** A JSON text with the place of everything in it. */
export interface JsonText {
  readonly value: unknown;
  /** The range of the value at a JSON pointer (`/stages/0/id`); of its key with `key: true`. Falls back to the parent. */
  rangeOf(pointer: string, options?: { key?: boolean }): TextRange;
}

/** Reads strict JSON. The first mistake ends the reading: what stands behind it cannot be told. */
export function parseJsonText(text: string): JsonText | { readonly error: JsonError } {
  const values = new Map<string, TextRange>();
  const keys = new Map<string, TextRange>();
  try {
    const reader = new Reader(text, values, keys);
    const value = reader.readAll();
    return {
      value,
      rangeOf(pointer, { key = false } = {}) {
        for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
          const range = (key && at === pointer ? keys.get(at) : undefined) ?? values.get(at);
          if (range) return at === pointer || at === '' ? range : (keys.get(at) ?? range);
          if (at === '') return { start: 0, end: 0 };
        }
      },
    };
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    const end = Math.max(error.at, Math.min(text.length, error.at + 1));
    return { error: { message: error.message, range: { start: Math.min(error.at, text.length), end } } };
  }
}

/** A name as a step of a JSON pointer. */
export function toPointerStep(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

class JsonMistake extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Deeper than any kata; a bomb of brackets must not end in a stack overflow. */
const deepest = 64;

class Reader {
  private at = 0;
  private depth = 0;
  private readonly text: string;
  private readonly values: Map<string, TextRange>;
  private readonly keys: Map<string, TextRange>;

  constructor(text: string, values: Map<string, TextRange>, keys: Map<string, TextRange>) {
    this.text = text;
    this.values = values;
    this.keys = keys;
  }

  readAll(): unknown {
    if (this.text.startsWith('\uFEFF')) this.at = 1;
    const value = this.readValue('');
    this.skipSpace();
    if (this.at < this.text.length) this.fail('There is something behind the end of the JSON value.');
    return value;
  }

  private readValue(pointer: string): unknown {
    this.skipSpace();
    const start = this.at;
    const character = this.text[this.at];
    if (++this.depth > deepest) this.fail('This is nested too deeply.');
    const value =
      character === '{'
        ? this.readObject(pointer)
        : character === '['
          ? this.readArray(pointer)
          : character === '"'
            ? this.readString()
            : this.readWord();
    this.depth--;
    this.values.set(pointer, { start, end: this.at });
    return value;
  }

  private readObject(pointer: string): unknown {
    const object: Record<string, unknown> = {};
    this.at++;
    this.skipSpace();
    if (this.take('}')) return object;
    do {
      this.skipSpace();
      if (this.text[this.at] !== '"') this.fail('A key in double quotes is expected here.');
      const start = this.at;
      const key = this.readString();
      const inner = pointer + toPointerStep(key);
      if (this.keys.has(inner)) this.fail(`The key "${key}" stands here twice.`, start);
      this.keys.set(inner, { start, end: this.at });
      this.skipSpace();
      if (!this.take(':')) this.fail('A colon is expected here.');
      Object.defineProperty(object, key, {
        value: this.readValue(inner),
        enumerable: true,
        writable: true,
        configurable: true,
      });
      this.skipSpace();
    } while (this.take(','));
    if (!this.take('}')) this.fail('A comma or "}" is expected here.');
    return object;
  }

  private readArray(pointer: string): unknown {
    const list: unknown[] = [];
    this.at++;
    this.skipSpace();
    if (this.take(']')) return list;
    do {
      list.push(this.readValue(`${pointer}/${list.length}`));
      this.skipSpace();
    } while (this.take(','));
    if (!this.take(']')) this.fail('A comma or "]" is expected here.');
    return list;
  }

  private readString(): string {
    const found = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
    found.lastIndex = this.at;
    const match = found.exec(this.text);
    if (!match) this.fail('This text does not end on its line, or has an escape that JSON does not know.');
    this.at += match![0].length;
    return JSON.parse(match![0]) as string;
  }

  private readWord(): unknown {
    const found = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    found.lastIndex = this.at;
    const match = found.exec(this.text);
    if (!match) this.fail(this.at < this.text.length ? 'A value is expected here.' : 'The text ends too early.');
    this.at += match![0].length;
    return JSON.parse(match![0]) as unknown;
  }

  private skipSpace(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at++;
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private fail(message: string, at = this.at): never {
    throw new JsonMistake(message, at);
  }
}
