import type { CompiledSchema, SchemaError } from 'katapath:schemas';
import type { TextRange } from '../problem.ts';
import { readPointer, type JsonText } from './json.ts';

/** Something in a JSON text that its schema does not allow. */
export interface Misfit {
  /** The key or entry that is wrong; of what is missing, the object that should have it. */
  readonly path: readonly string[];
  readonly message: string;
  readonly range: TextRange;
}

/** Where a JSON text does not fit a schema, each on the exact words and with what to write there. */
export function findMisfits(json: JsonText, { validate }: CompiledSchema): Misfit[] {
  if (validate(json.data)) return [];
  return (validate.errors ?? []).filter(isOwn).map((error) => {
    const path = readPointer(error.instancePath);
    const name = error.params.additionalProperty ?? error.params.propertyName;
    if (typeof name !== 'string') return { path, message: word(error), range: json.rangeAt(path) };
    const whole = [...path, name];
    return { path: whole, message: word(error), range: json.rangeAt(whole, 'key') };
  });
}

/** An `anyOf` that fails repeats itself once per branch, and a key's name once per demand; one sentence is enough. */
function isOwn({ schemaPath }: SchemaError): boolean {
  return !/\/(?:anyOf\/\d+|propertyNames)\//.test(schemaPath);
}

function word({ keyword, params, message = 'does not fit' }: SchemaError): string {
  switch (keyword) {
    case 'additionalProperties':
      return `There is no setting "${String(params.additionalProperty)}" here: correct its name, or take it out.`;
    case 'enum':
      return `Must be one of ${(params.allowedValues as unknown[]).map((value) => JSON.stringify(value)).join(', ')}.`;
    case 'required':
      return `"${String(params.missingProperty)}" is missing here: add it.`;
    case 'type':
      return `Must be ${KINDS[String(params.type)] ?? String(params.type)}.`;
    case 'anyOf':
      return 'Must be a text, or a list of texts.';
    case 'propertyNames':
      return 'Not the code or name of a rule.';
    case 'not':
      return 'This word is taken: choose another.';
    default:
      return `This ${message}.`;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'an object: { … }',
  array: 'a list: [ … ]',
  string: 'a text in double quotes',
  number: 'a number, without quotes',
  boolean: 'true or false',
};
