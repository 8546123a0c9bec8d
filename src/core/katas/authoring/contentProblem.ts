import type { Problem } from '../../problem.ts';

/** A problem of a kata's content, in one of its files. */
export interface ContentProblem extends Problem {
  /** Relative to the kata's folder. */
  readonly file: string;
}

/** Every problem that `content check` can find: its code, and what it is about. Codes are stable. */
export const contentCodes = {
  KC101: 'kata.json is missing or not JSON',
  KC102: 'kata.json does not follow its schema',
  KC103: 'the id is not the folder’s name',
  KC104: 'two stages have the same id',
  KC105: 'a track and the list of stages do not agree',
  KC106: 'a stage lacks what its kind is checked by',
  KC107: 'a file that kata.json names is missing',
  KC108: 'the brief is missing',
  KC109: 'the brief has no section for a stage',
  KC110: 'a stage has no hints',
  KC111: 'a ladder of hints is too short, or has an empty rung',
  KC112: 'a section is about no stage',
  KC113: 'the debrief is missing',
  KC114: 'a link leads nowhere',
  KC115: 'a kata that is required does not exist',
  KC116: 'a stage replaces one that does not come before it',
  KC117: 'a file’s name is not one that a kata may use',
  KC118: 'a track has no solution for a stage',
  KC119: 'cases.json is not JSON',
  KC120: 'mutants.json is not a list of mutants',
  KC121: 'a mutant names a stage or file that does not exist',
  KC122: 'a mutant’s text does not stand exactly once in the solution',
  KC123: 'two mutants have the same id',
  KC124: 'a mutant names a test that is not expected',
  KC125: 'a stage has no mutant',
  KC126: 'no JavaScript track can be made of the TypeScript one',
  KC127: 'a support library that the tests use does not exist',
  KC128: 'a mutant stands in one language and not in another',
  KC129: 'a blind solution names a language, version or stage that does not exist',
  KC201: 'the starter passes a stage',
  KC202: 'the solution fails its stage',
  KC203: 'the solution of the stage before passes already',
  KC204: 'a mutant survives',
  KC205: 'a mutant is caught by another test than the one it names',
  KC206: 'the expected names are not the ones that report',
  KC207: 'a test flickers',
  KC208: 'a correct version is rejected',
  KC209: 'a later solution fails an earlier stage',
  KC210: 'the starter cannot be loaded',
  KC290: 'a language could not be run here',
} as const;

export type ContentCode = keyof typeof contentCodes;
