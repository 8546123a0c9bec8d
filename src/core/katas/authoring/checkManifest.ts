import type { Fix, Problem, TextRange } from '../../problem.ts';
import type { KataManifest, Stage, TrackStage } from '../../model/kata.ts';
import { lookUp } from '../../lookUp.ts';
import type { ContentCode } from './contentProblem.ts';
import { supportPrefix } from '../kataContent.ts';
import type { ExpectedNames } from '../readKata.ts';
import { insertFirst } from '../../text/insertFirst.ts';
import { mistakesIn, parseJsonText, type JsonText } from '../../text/json.ts';
import { findSchemaProblems } from './schemaProblems.ts';

/** What stands around a manifest, as far as it is known; what is absent is not checked. */
export interface ManifestSurroundings {
  /** The kata's folder's own name. */
  readonly folderName?: string;
  /** Every file of the kata's folder. */
  readonly files?: readonly string[];
  /** Ids of all katas. */
  readonly katas?: readonly string[];
  /** The names of the tests, as `expected.json` has them. */
  readonly expected?: ExpectedNames;
}

/**
 * Checks the text of a `kata.json`: JSON, schema, and what a schema cannot say. Ranges are exact, and fixes are given
 * where there is one thing to do; the editor shows them while an author types.
 */
export function checkKataManifest(text: string, surroundings: ManifestSurroundings = {}): readonly Problem[] {
  const json = parseJsonText(text);
  const mistakes = mistakesIn(json);
  if (mistakes.length > 0)
    return mistakes.map(({ message, range }) => ({ code: 'KC101', severity: 'error', message, range }));
  const schemaProblems = [...findSchemaProblems(text, json)];
  if (schemaProblems.length > 0) return schemaProblems;
  return [...findManifestProblems(new ManifestView(text, json), surroundings)];
}

/** A manifest whose schema holds, with the places of its parts. */
class ManifestView {
  readonly manifest: KataManifest;
  readonly text: string;
  private readonly json: JsonText;

  constructor(text: string, json: JsonText) {
    this.text = text;
    this.json = json;
    this.manifest = json.data as KataManifest;
  }

  range(...steps: readonly (string | number)[]): TextRange {
    return this.json.rangeAt(steps);
  }

  key(...steps: readonly (string | number)[]): TextRange {
    return this.json.rangeAt(steps, 'key');
  }
}

function* findManifestProblems(view: ManifestView, surroundings: ManifestSurroundings): Generator<Problem> {
  const { manifest } = view;
  const { folderName, katas } = surroundings;
  if (folderName !== undefined && manifest.id !== folderName) {
    const range = view.range('id');
    const fix: Fix = {
      title: `Use “${folderName}”`,
      kind: 'safe',
      edits: [{ range, text: JSON.stringify(folderName) }],
    };
    yield problem('KC103', `The id must be the folder’s name, “${folderName}”.`, range, fix);
  }
  yield* findBlindProblems(view);
  for (const [index, id] of (manifest.requires ?? []).entries())
    if ((katas && !katas.includes(id)) || id === manifest.id)
      yield problem('KC115', `There is no other kata “${id}” to require.`, view.range('requires', index));
  yield* findStageProblems(view);
  for (const language of Object.keys(manifest.tracks)) yield* findTrackProblems(view, language, surroundings);
}

/** Blind solutions are figures that others rely on: each must be of this kata. */
function* findBlindProblems(view: ManifestView): Generator<Problem> {
  const { stages, tracks, version, solvedBlind = [] } = view.manifest;
  const at = (message: string, ...steps: readonly (string | number)[]) =>
    problem('KC129', message, view.range('solvedBlind', ...steps));
  for (const [index, solved] of solvedBlind.entries()) {
    if (!lookUp(tracks, solved.language)) yield at(`The kata has no track “${solved.language}”.`, index, 'language');
    if (solved.version > version) yield at(`The kata is at version ${version}.`, index, 'version');
    for (const [place, id] of solved.passed.entries())
      if (!stages.some((stage) => stage.id === id)) yield at(`The kata has no stage “${id}”.`, index, 'passed', place);
  }
}

function* findStageProblems(view: ManifestView): Generator<Problem> {
  const ids: string[] = [];
  for (const [index, stage] of view.manifest.stages.entries()) {
    if (ids.includes(stage.id))
      yield problem(
        'KC104',
        `A stage before this one has the id “${stage.id}” too.`,
        view.range('stages', index, 'id'),
      );
    for (const [at, id] of (stage.replaces ?? []).entries())
      if (!ids.includes(id))
        yield problem(
          'KC116',
          `No stage before this one is called “${id}”.`,
          view.range('stages', index, 'replaces', at),
        );
    ids.push(stage.id);
  }
}

function* findTrackProblems(
  view: ManifestView,
  language: string,
  { files, expected }: ManifestSurroundings,
): Generator<Problem> {
  const track = view.manifest.tracks[language]!;
  const at = ['tracks', language] as const;
  const ids = view.manifest.stages.map(({ id }) => id);
  for (const id of Object.keys(track.stages))
    if (!ids.includes(id)) yield problem('KC105', `The kata has no stage “${id}”.`, view.key(...at, 'stages', id));
  for (const stage of view.manifest.stages) {
    if (track.stages[stage.id]) yield* findTrackStageProblems(view, language, stage, { files, expected });
    else
      yield problem(
        'KC105',
        `The ${language} track does not say how stage “${stage.id}” is checked.`,
        view.key(...at, 'stages'),
        insertStage(view, language, stage),
      );
  }
  if (!files) return;
  for (const [index, library] of (view.manifest.uses ?? []).entries())
    if (!files.some((name) => name.startsWith(`${supportPrefix}${library}/${language}/`)))
      yield problem('KC127', `There is no support library “${library}” for ${language}.`, view.range('uses', index));
  for (const [index, name] of track.files.entries())
    if (!files.includes(`${language}/start/${name}`))
      yield problem('KC107', `There is no ${language}/start/${name}.`, view.range(...at, 'files', index));
}

function* findTrackStageProblems(
  view: ManifestView,
  language: string,
  stage: Stage,
  { files, expected }: ManifestSurroundings,
): Generator<Problem> {
  const track = view.manifest.tracks[language]!;
  const own = track.stages[stage.id]!;
  const at = ['tracks', language, 'stages', stage.id] as const;
  const missing = missingPart(stage, own);
  if (missing) yield problem('KC106', `A “${stage.kind}” stage needs “${missing}”.`, view.key(...at));
  if (own.learnerTests !== undefined && !track.files.includes(own.learnerTests))
    yield problem(
      'KC106',
      `“${own.learnerTests}” must be one of the track’s files, or it is never read.`,
      view.range(...at, 'learnerTests'),
      addFile(view, language, own.learnerTests),
    );
  if (own.tests && expected && !expected[language]?.[stage.id]?.length)
    yield problem(
      'KC206',
      'No test is expected, so nothing could pass. Run “katapath content check --write”.',
      view.range(...at, 'tests', 'file'),
    );
  if (!files) return;
  const named: [string | undefined, string[]][] = [
    [own.tests?.file, ['tests', 'file']],
    [own.driver, ['driver']],
  ];
  for (const [name, steps] of named)
    if (name !== undefined && !files.includes(`${language}/tests/${name}`))
      yield problem('KC107', `There is no ${language}/tests/${name}.`, view.range(...at, ...steps));
}

/** What a stage of this kind cannot do without. */
function missingPart({ kind }: Stage, { tests, learnerTests, driver }: TrackStage): string | undefined {
  switch (kind) {
    case 'implement':
    case 'extend':
    case 'refactor':
    case 'document':
      return tests ? undefined : 'tests';
    case 'growth':
      return driver === undefined ? 'driver' : undefined;
    case 'characterize':
    case 'write-tests':
      return learnerTests === undefined ? 'learnerTests' : undefined;
  }
}

function insertStage(view: ManifestView, language: string, stage: Stage): Fix | undefined {
  const range = view.range('tracks', language, 'stages');
  const edit = insertFirst(view.text, range, `${JSON.stringify(stage.id)}: {}`);
  return { title: `Add “${stage.id}” to the track`, kind: 'scaffold', edits: [edit] };
}

function addFile(view: ManifestView, language: string, name: string): Fix {
  const edit = insertFirst(view.text, view.range('tracks', language, 'files'), JSON.stringify(name));
  return { title: `Add “${name}” to the track’s files`, kind: 'safe', edits: [edit] };
}

function problem(code: ContentCode, message: string, range: TextRange, fix?: Fix): Problem {
  return { code, severity: 'error', message, range, ...(fix && { fix }) };
}
