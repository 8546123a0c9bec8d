import type { Shape, Word } from './shapes.ts';

/** A document of another shape than Katapath writes: what is not in the shape would go unsigned. */
export class Misfit extends Error {}

type Thing = Readonly<Record<string, unknown>>;

/**
 * RDFC-1.0: what a document says, as sorted statements. The general way needs half a megabyte of code for any words, any
 * context and any graph. Here the words are known, and one thing at most has no name of its own: then expanding is a
 * look-up, and giving canonical names is giving the one name there is.
 *
 * @throws Misfit on a word, a type or a value that is not of the shape.
 */
export function toStatements(document: Thing, shape: Shape): string {
  const statements = new Set<string>();
  describe(document, shape, (statement) => statements.add(statement));
  return [...statements].sort().join('');
}

/** Tells all that is said of a thing, and returns the name it is told under. */
function describe(thing: Thing, shape: Shape, tell: (statement: string) => void): string {
  const { '@context': _meaning, id, type, ...words } = thing;
  if (!shape.isNamed && id !== undefined) throw new Misfit('a name where there should be none');
  const subject = shape.isNamed ? nameOf(id) : '_:c14n0';
  for (const iri of typesOf(type, shape)) tell(`${subject} <${TYPE}> <${iri}> .\n`);
  for (const word of Object.keys(words))
    if (!Object.hasOwn(shape.words, word)) throw new Misfit(`the word “${word.slice(0, 40)}”`);
  for (const [word, meaning] of Object.entries(shape.words)) {
    if (meaning.isOptional && !Object.hasOwn(words, word)) continue;
    for (const object of objectsOf(words[word], meaning, tell)) tell(`${subject} <${meaning.iri}> ${object} .\n`);
  }
  return subject;
}

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

function typesOf(type: unknown, { types }: Shape): readonly string[] {
  const names = Object.keys(types);
  const isAlone = names.length === 1 && type === names[0];
  const isListed = JSON.stringify(type) === JSON.stringify(names);
  const isNone = names.length === 0 && type === undefined;
  if (!isAlone && !isListed && !isNone) throw new Misfit('another type');
  return Object.values(types);
}

function* objectsOf(value: unknown, word: Word, tell: (statement: string) => void): Generator<string> {
  switch (word.holds) {
    case 'text':
      if (typeof value !== 'string') throw new Misfit('something else where a text should be');
      yield `"${escape(value)}"${word.datatype ? `^^<${word.datatype}>` : ''}`;
      return;
    case 'name':
      // The one purpose there is stands in the context by a short name.
      yield value === 'assertionMethod' ? '<https://w3id.org/security#assertionMethod>' : nameOf(value);
      return;
    case 'thing':
      if (!isThing(value)) throw new Misfit('something else where a thing should be');
      yield describe(value, word.shape, tell);
      return;
    case 'things':
      if (!Array.isArray(value)) throw new Misfit('something else where a list should be');
      for (const each of value) yield* objectsOf(each, { ...word, holds: 'thing' }, tell);
  }
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('@context' in value);
}

/** Only whole names: nothing is taken to stand for a longer one, and nothing can end the brackets. */
function nameOf(id: unknown): string {
  if (typeof id !== 'string' || !/^(?:https?|ni|swh|urn|did):[^\s<>"]+$/.test(id)) throw new Misfit('another name');
  return `<${id.replaceAll(/[{}|\\^`]/g, toEscape)}>`;
}

const short: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** As canonical N-Quads write a text. */
function escape(text: string): string {
  return text.replaceAll(/[\u0000-\u001f"\\\u007f]/g, (sign) => short[sign] ?? toEscape(sign));
}

function toEscape(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
