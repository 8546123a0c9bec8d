import { didYouMean } from '../text/didYouMean.ts';
import { HumanError } from '../errors.ts';
import type { Folder } from '../ports.ts';
import type { Files } from '../runs/runner.ts';
import type { Kata, Language, Mutant, Stage, Track, TrackStage } from '../model/kata.ts';
import { lookUp } from '../lookUp.ts';
import { supportPrefix } from './kataContent.ts';
import { firstSegment, joinNames } from './names.ts';

export function requireTrack(kata: Kata, language: Language): Track {
  const track = lookUp(kata.manifest.tracks, language);
  if (track) return track;
  const languages = Object.keys(kata.manifest.tracks);
  throw new HumanError(`“${kata.manifest.title}” has no ${language} track.${didYouMean(language, languages)}`, {
    next: `Choose one of: ${languages.join(', ')}.`,
  });
}

export function requireStage(kata: Kata, id: string): Stage {
  const stage = kata.manifest.stages.find((candidate) => candidate.id === id);
  if (stage) return stage;
  const ids = kata.manifest.stages.map((candidate) => candidate.id);
  throw new HumanError(`“${kata.manifest.title}” has no stage “${id}”.${didYouMean(id, ids)}`, {
    next: `Choose one of: ${ids.join(', ')}.`,
  });
}

/** What a stage is in a track; empty where the track says nothing. */
export function trackStage(track: Track, stage: Stage): TrackStage {
  return track.stages[stage.id] ?? {};
}

/** What the learner starts with: `<track>/start/`. */
export async function readStart(kata: Kata, language: Language, content: Folder): Promise<Files> {
  return readBelow(kata, content, `${language}/start/`);
}

/**
 * The pristine tests as they stand in the learner's folder: everything below `<track>/tests/`, and `cases.json` beside
 * it, in `tests/`; and each support library the kata uses, with its page, in a folder of its own name.
 */
export async function readTests(kata: Kata, language: Language, content: Folder): Promise<Files> {
  const own = await readBelow(kata, content, `${language}/tests/`);
  const tests = Object.fromEntries(Object.entries(own).map(([name, text]) => [`tests/${name}`, text]));
  const cases = kata.files.includes('cases.json') ? await content.read('cases.json') : undefined;
  return {
    ...tests,
    ...(cases !== undefined && { 'tests/cases.json': cases }),
    ...(await readSupport(kata, language, content)),
  };
}

async function readSupport(kata: Kata, language: Language, content: Folder): Promise<Files> {
  const libraries = await Promise.all(
    (kata.manifest.uses ?? []).map(async (library) => {
      const root = `${supportPrefix}${library}/`;
      const code = await readBelow(kata, content, `${root}${language}/`);
      const page = kata.files.includes(`${root}README.md`) ? await content.read(`${root}README.md`) : undefined;
      const files = { ...code, ...(page !== undefined && { 'README.md': page }) };
      return Object.entries(files).map(([name, text]): [string, string] => [joinNames(library, name), text]);
    }),
  );
  return Object.fromEntries(libraries.flat());
}

/**
 * The reference of a stage: `start/`, under the files of `solution/`, under `solution/<stage>/` of each stage up to and
 * including this one. A stage without a folder of its own is solved by what came before it.
 */
export async function readSolution(kata: Kata, language: Language, stage: string, content: Folder): Promise<Files> {
  const ids = kata.manifest.stages.map(({ id }) => id);
  const wanted = new Set(ids.slice(0, ids.indexOf(stage) + 1));
  const all = await readBelow(kata, content, `${language}/solution/`);
  const flat = Object.entries(all).filter(([name]) => !ids.includes(firstSegment(name)) || !name.includes('/'));
  const staged = ids
    .filter((id) => wanted.has(id))
    .flatMap((id) =>
      Object.entries(all)
        .filter(([name]) => name.startsWith(`${id}/`))
        .map(([name, text]): [string, string] => [name.slice(id.length + 1), text]),
    );
  return { ...(await readStart(kata, language, content)), ...Object.fromEntries(flat), ...Object.fromEntries(staged) };
}

/** `<track>/mutants.json`; a track without one has none. */
export async function readMutants(kata: Kata, language: Language, content: Folder): Promise<readonly Mutant[]> {
  const name = `${language}/mutants.json`;
  if (!kata.files.includes(name)) return [];
  return JSON.parse(await requireFile(content, name)) as Mutant[];
}

/**
 * The solution's files with one mutant in place. Throws a plain `Error` when `find` does not stand there exactly once:
 * `katapath content check` keeps that from reaching a learner.
 */
export async function applyMutant(
  mutant: Mutant,
  solution: Files,
  { language, content }: { language: Language; content: Folder },
): Promise<Files> {
  if (mutant.source !== undefined)
    return { ...solution, [mutant.file]: await requireFile(content, joinNames(language, mutant.source)) };
  const text = solution[mutant.file];
  const find = mutant.find ?? '';
  const count = text === undefined || find === '' ? 0 : text.split(find).length - 1;
  if (count !== 1) throw new Error(`Mutant ${mutant.id}: its text stands ${count} times in ${mutant.file}.`);
  return { ...solution, [mutant.file]: text!.replace(find, () => mutant.replace ?? '') };
}

async function readBelow(kata: Kata, content: Folder, prefix: string): Promise<Files> {
  const names = kata.files.filter((name) => name.startsWith(prefix));
  const texts = await Promise.all(names.map((name) => requireFile(content, name)));
  return Object.fromEntries(names.map((name, index) => [name.slice(prefix.length), texts[index]!]));
}

async function requireFile(content: Folder, name: string): Promise<string> {
  const text = await content.read(name);
  if (text !== undefined) return text;
  throw new HumanError(`The kata’s file “${name}” is missing.`, {
    next: 'Install the extension again; if you are writing this kata, run “katapath content check”.',
  });
}
