import type { Files } from '../../runs/runner.ts';
import type { KataManifest, Mutant } from '../../model/kata.ts';
import { joinNames } from '../names.ts';
import { atFile } from './atFile.ts';
import type { ContentProblem } from './contentProblem.ts';
import { mistakesIn, parseJsonText, toPointerStep, type JsonText } from '../../text/json.ts';
import { solutionTextOf } from './solutionText.ts';

/** What is wrong with the text of a track's `mutants.json`. */
export function* findMutantProblems(manifest: KataManifest, language: string, files: Files): Generator<ContentProblem> {
  const name = `${language}/mutants.json`;
  const text = files[name];
  const json = text === undefined ? undefined : parseJsonText(text);
  const mistakes = json ? mistakesIn(json) : [];
  for (const { message, range } of mistakes) yield atFile(name, 'KC120', message, range);
  if (mistakes.length > 0) return;
  const mutants = (json?.data ?? []) as readonly Mutant[];
  if (!Array.isArray(mutants)) {
    yield atFile(name, 'KC120', 'mutants.json is a list: [{ "id", "stage", "file", "find", "replace", "why" }].');
    return;
  }
  const ids = new Set<string>();
  for (const [index, mutant] of mutants.entries()) {
    yield* findOneMutantsProblems(manifest, language, files, { mutant, index, json: json!, file: name });
    if (ids.has(mutant.id))
      yield atFile(
        name,
        'KC123',
        `A mutant before this one is called “${mutant.id}” too.`,
        json!.rangeAt(`/${index}/id`),
      );
    ids.add(mutant.id);
  }
  for (const { id } of manifest.stages)
    if (!mutants.some(({ stage, correct }) => stage === id && !correct))
      yield {
        ...atFile(name, 'KC125', `No mutant shows that stage “${id}” tells right from wrong (${language}).`),
        severity: 'warning',
      };
}

function* findOneMutantsProblems(
  manifest: KataManifest,
  language: string,
  files: Files,
  { mutant, index, json, file }: { mutant: Mutant; index: number; json: JsonText; file: string },
): Generator<ContentProblem> {
  const range = (key?: keyof Mutant) => json.rangeAt(key ? `/${index}${toPointerStep(key)}` : `/${index}`);
  const whole = { start: range().start, end: range().start + 1 };
  const texts = (['id', 'stage', 'file', 'why'] as const).filter((key) => !isText(mutant?.[key]));
  if (texts.length > 0) {
    yield atFile(file, 'KC120', `A mutant needs ${texts.map((key) => `“${key}”`).join(', ')}.`, whole);
    return;
  }
  const isFind = isText(mutant.find) && typeof mutant.replace === 'string';
  if (isFind === isText(mutant.source)) {
    yield atFile(file, 'KC120', 'A mutant has either “find” and “replace”, or “source”.', whole);
    return;
  }
  const unknown = Object.keys(mutant).find((key) => !mutantKeys.has(key));
  if (unknown)
    yield atFile(file, 'KC120', `A mutant has no “${unknown}”.`, json.rangeAt(`/${index}/${unknown}`, 'key'));
  const stage = manifest.stages.find(({ id }) => id === mutant.stage);
  if (!stage) {
    yield atFile(file, 'KC121', `The kata has no stage “${mutant.stage}”.`, range('stage'));
    return;
  }
  const solution = solutionTextOf(manifest, language, files, { stage: mutant.stage, file: mutant.file });
  if (solution === undefined) {
    yield atFile(file, 'KC121', `The solution of “${mutant.stage}” has no file “${mutant.file}”.`, range('file'));
    return;
  }
  if (mutant.source !== undefined && files[joinNames(language, mutant.source)] === undefined)
    yield atFile(file, 'KC121', `There is no ${language}/${mutant.source}.`, range('source'));
  if (mutant.find !== undefined) {
    const count = solution.split(mutant.find).length - 1;
    if (count !== 1)
      yield atFile(
        file,
        'KC122',
        `This text stands ${count === 0 ? 'nowhere' : `${count} times`} in the solution’s ${mutant.file}; it must stand there once.`,
        range('find'),
      );
    else if (mutant.find === mutant.replace)
      yield atFile(file, 'KC122', 'The mutant changes nothing.', range('replace'));
  }
  if (mutant.test !== undefined && !expectedNames(manifest, language).has(mutant.test))
    yield atFile(
      file,
      'KC124',
      `No stage of the ${language} track expects a test “${mutant.test}”. Name one that expected.json lists; “katapath content check --kata ${manifest.id} --write” writes that file.`,
      range('test'),
    );
}

const mutantKeys = new Set(['id', 'stage', 'file', 'find', 'replace', 'source', 'why', 'test', 'correct', 'onlyHere']);

function expectedNames(manifest: KataManifest, language: string): ReadonlySet<string> {
  return new Set(Object.values(manifest.tracks[language]!.stages).flatMap(({ tests }) => tests?.expected ?? []));
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
