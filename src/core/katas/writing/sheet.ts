import { schema, validate } from 'katapath:schema/document-checks';

/**
 * What a stage of an exercise in writing asks of one document: `<track>/tests/<stage>.checks.json`, which the learner
 * may read as they read tests. Its contract is `schemas/document-checks.schema.json`.
 */
export interface DocumentSheet {
  readonly $schema?: string;
  /** The learner's file. */
  readonly file: string;
  /** The profile by which it is linted, and as which it must be recognised: `adr/seed`. */
  readonly profile: string;
  /** `YYYY-MM-DD`: what rules about age take for today, so that a verdict is the same next year. */
  readonly today?: string;
  /** Rules, by code and name, that show as a test each and must be silent whatever they weigh; any other is told when it warns. */
  readonly rules: readonly string[];
  readonly checks: readonly DocumentCheck[];
}

/**
 * One test of a document's content. It has `says` and `figures` (one passage must hold all of them), or `items`,
 * `header`, or `gone`.
 */
export interface DocumentCheck {
  /** The test's name: a sentence about the document. */
  readonly name: string;
  /** What to write, for a learner whose document fails: it must not need the sheet to be understood. */
  readonly ask: string;
  /** Sections by the profile's keys, of which any will do; the whole document when absent. */
  readonly in?: readonly string[];
  /** Groups of words; one of each must stand in the passage. See `passages.ts` for how `a|b*` is read. */
  readonly says?: readonly string[];
  /** Figures that must stand in the passage; see `figures.ts`. */
  readonly figures?: readonly string[];
  /** The passage is a sentence of the form “By choosing X, I accept Y”. */
  readonly tradeOff?: boolean;
  /** A few words will do, as in a list of names; no sentence is asked for. */
  readonly short?: boolean;
  /** How many items the section lists at least; of how many words each, and whether each has a number. */
  readonly items?: { readonly atLeast: number; readonly words?: number; readonly numbers?: boolean };
  /** What the header must state: the status by its word, the date as `YYYY-MM-DD`. */
  readonly header?: { readonly status?: string; readonly date?: string };
  /** Words that must no longer stand there. */
  readonly gone?: readonly string[];
}

/** Reads the text of a sheet; a string says what is wrong with it, to whoever writes the kata. */
export function readSheet(text: string): DocumentSheet | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return (error as Error).message;
  }
  if (validate(value)) return value as DocumentSheet;
  // A misspelt key also makes the right one missing: that it is misspelt says more.
  const misspelt = validate.errors!.find(({ keyword }) => keyword === 'additionalProperties');
  const { instancePath, message, params } = misspelt ?? validate.errors![0]!;
  const place = `${String(schema.title)}${instancePath}`;
  return misspelt
    ? `${place} has no “${String(params['additionalProperty'])}”.`
    : `${place} ${message ?? 'is not right'}.`;
}
