import type { Problem, TextRange } from '../../problem.ts';
import type { Files } from '../../runs/runner.ts';
import { parseHints } from '../guidance/hints.ts';
import { parseSections } from '../guidance/sections.ts';
import type { KataManifest, Mutant } from '../kata.ts';
import { isSafeName, joinNames, parentOf } from '../names.ts';
import { checkKataManifest, type ManifestSurroundings } from './checkManifest.ts';
import type { ContentCode, ContentProblem } from './contentProblem.ts';
import { parseJsonText, toPointerStep, type JsonText } from './jsonText.ts';
import { solutionTextOf } from './solutionText.ts';

/** How many rungs a ladder of hints has at least: nudge, approach, outline. */
const fewestRungs = 3;

/**
 * Everything about a kata that can be told from its texts, without running them.
 *
 * `files` are all files of the kata's folder by name; `folderName` is that folder's own name.
 */
export function* checkKataTexts(files: Files, surroundings: ManifestSurroundings): Generator<ContentProblem> {
  const names = Object.keys(files);
  for (const name of names)
    if (!isSafeName(name)) yield at(name, 'KC117', `“${name}” is not a name that a kata may use.`);
  const text = files['kata.json'];
  if (text === undefined) {
    yield at('kata.json', 'KC101', 'There is no kata.json, which says what the kata is.');
    return;
  }
  const found = checkKataManifest(text, { ...surroundings, files: names });
  for (const problem of found) yield { ...problem, file: 'kata.json' };
  if (found.some(({ code }) => code === 'KC101' || code === 'KC102')) return;
  const manifest = JSON.parse(text) as KataManifest;
  yield* findBriefProblems(manifest, files);
  yield* findHintProblems(manifest, files);
  if (files['debrief.md'] === undefined || files['debrief.md'].trim() === '')
    yield at('debrief.md', 'KC113', 'There is no debrief.md: what was traded, where it shows up, other approaches.');
  for (const name of names.filter((file) => file.endsWith('.md'))) yield* findBrokenLinks(name, files);
  if (files['cases.json'] !== undefined) {
    const cases = parseJsonText(files['cases.json']);
    if ('error' in cases) yield at('cases.json', 'KC119', cases.error.message, cases.error.range);
  }
  for (const language of Object.keys(manifest.tracks)) {
    if (names.some((name) => name.startsWith(`${language}/solution/`)))
      yield* findMutantProblems(manifest, language, files);
    else yield at(`${language}/solution`, 'KC118', `The ${language} track has no solution.`);
  }
}

function* findBriefProblems(manifest: KataManifest, files: Files): Generator<ContentProblem> {
  const brief = files['README.md'];
  if (brief === undefined || brief.trim() === '') {
    yield at('README.md', 'KC108', 'There is no README.md: the brief that the learner reads.');
    return;
  }
  const sections = parseSections(brief).filter(({ level }) => level === 2);
  const wanted = manifest.stages.map(({ title }) => `Stage: ${title}`);
  for (const [index, title] of wanted.entries()) {
    const section = sections.find((candidate) => candidate.title === title);
    if (!section) {
      const end = brief.length;
      const fix = {
        title: `Add “## ${title}”`,
        kind: 'scaffold' as const,
        edits: [{ range: { start: end, end }, text: `\n## ${title}\n\nTODO\n` }],
      };
      const message = `The brief has no “## ${title}” for stage “${manifest.stages[index]!.id}”.`;
      yield { ...at('README.md', 'KC109', message, firstLine(brief)), fix };
    }
  }
  for (const { title, range } of sections)
    if (title.startsWith('Stage:') && !wanted.includes(title))
      yield at('README.md', 'KC112', `No stage is called “${title.slice('Stage:'.length).trim()}”.`, range);
}

function* findHintProblems(manifest: KataManifest, files: Files): Generator<ContentProblem> {
  const text = files['hints.md'];
  if (text === undefined) {
    yield at('hints.md', 'KC110', 'There is no hints.md: a ladder of hints for each stage.');
    return;
  }
  const ladders = parseHints(text);
  for (const { id } of manifest.stages) {
    const ladder = ladders.find(({ stage }) => stage === id);
    if (!ladder) yield at('hints.md', 'KC110', `There is no “## ${id}” with hints.`, firstLine(text));
    else if (ladder.rungs.length < fewestRungs)
      yield at('hints.md', 'KC111', `“${id}” has ${ladder.rungs.length} hints; ${fewestRungs} is the least.`, ladder.range);
    const empty = ladder?.rungs.find((rung) => rung.text === '');
    if (empty) yield at('hints.md', 'KC111', `The hint “${empty.title}” says nothing.`, ladder!.range);
  }
  for (const { stage, range } of ladders)
    if (!manifest.stages.some(({ id }) => id === stage))
      yield at('hints.md', 'KC112', `The kata has no stage “${stage}”.`, range);
}

/** Links of Markdown that point to a file of the kata; those to the web are not followed. */
function* findBrokenLinks(name: string, files: Files): Generator<ContentProblem> {
  const text = files[name]!;
  const withoutCode = text.replaceAll(/^(`{3,}|~{3,})[^]*?^\1|`[^`\n]*`/gm, (code) => ' '.repeat(code.length));
  for (const match of withoutCode.matchAll(/\]\(\s*<?([^)\s>]+)/g)) {
    const target = match[1]!;
    if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) continue;
    const start = match.index + match[0].length - target.length;
    const range = { start, end: start + target.length };
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? name : resolveName(parentOf(name), safeDecode(path));
    const found = file === undefined ? undefined : files[file];
    const isFolder = Object.keys(files).some((each) => each.startsWith(`${file?.replace(/\/$/, '')}/`));
    if (found === undefined && !isFolder)
      yield at(name, 'KC114', `There is no “${path}” in this kata. Link to a file of the kata, or to the web.`, range);
    else if (found !== undefined && anchor && !anchorsOf(found).has(anchor))
      yield at(name, 'KC114', `${file} has no heading for “#${anchor}”.`, range);
  }
}

function anchorsOf(markdown: string): ReadonlySet<string> {
  return new Set(
    parseSections(markdown).map(({ title }) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(/\s/g, '-'),
    ),
  );
}

/** `a/b` and `../c` → `a/c`; undefined when it leaves the kata. */
function resolveName(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function* findMutantProblems(manifest: KataManifest, language: string, files: Files): Generator<ContentProblem> {
  const name = `${language}/mutants.json`;
  const text = files[name];
  const json = text === undefined ? undefined : parseJsonText(text);
  if (json && 'error' in json) {
    yield at(name, 'KC120', json.error.message, json.error.range);
    return;
  }
  const mutants = (json?.value ?? []) as readonly Mutant[];
  if (!Array.isArray(mutants)) {
    yield at(name, 'KC120', 'mutants.json is a list: [{ "id", "stage", "file", "find", "replace", "why" }].');
    return;
  }
  const ids = new Set<string>();
  for (const [index, mutant] of mutants.entries()) {
    yield* findOneMutantsProblems(manifest, language, files, { mutant, index, json: json!, file: name });
    if (ids.has(mutant.id))
      yield at(name, 'KC123', `A mutant before this one is called “${mutant.id}” too.`, json!.rangeOf(`/${index}/id`));
    ids.add(mutant.id);
  }
  for (const { id } of manifest.stages)
    if (!mutants.some(({ stage, correct }) => stage === id && !correct))
      yield {
        ...at(name, 'KC125', `No mutant shows that stage “${id}” tells right from wrong (${language}).`),
        severity: 'warning',
      };
}

function* findOneMutantsProblems(
  manifest: KataManifest,
  language: string,
  files: Files,
  { mutant, index, json, file }: { mutant: Mutant; index: number; json: JsonText; file: string },
): Generator<ContentProblem> {
  const range = (key?: keyof Mutant) => json.rangeOf(key ? `/${index}${toPointerStep(key)}` : `/${index}`);
  const whole = { start: range().start, end: range().start + 1 };
  const texts = (['id', 'stage', 'file', 'why'] as const).filter((key) => !isText(mutant?.[key]));
  if (texts.length > 0) {
    yield at(file, 'KC120', `A mutant needs ${texts.map((key) => `“${key}”`).join(', ')}.`, whole);
    return;
  }
  const isFind = isText(mutant.find) && typeof mutant.replace === 'string';
  if (isFind === isText(mutant.source)) {
    yield at(file, 'KC120', 'A mutant has either “find” and “replace”, or “source”.', whole);
    return;
  }
  const unknown = Object.keys(mutant).find((key) => !mutantKeys.has(key));
  if (unknown) yield at(file, 'KC120', `A mutant has no “${unknown}”.`, json.rangeOf(`/${index}/${unknown}`, { key: true }));
  const stage = manifest.stages.find(({ id }) => id === mutant.stage);
  if (!stage) {
    yield at(file, 'KC121', `The kata has no stage “${mutant.stage}”.`, range('stage'));
    return;
  }
  const solution = solutionTextOf(manifest, language, files, { stage: mutant.stage, file: mutant.file });
  if (solution === undefined) {
    yield at(file, 'KC121', `The solution of “${mutant.stage}” has no file “${mutant.file}”.`, range('file'));
    return;
  }
  if (mutant.source !== undefined && files[joinNames(language, mutant.source)] === undefined)
    yield at(file, 'KC121', `There is no ${language}/${mutant.source}.`, range('source'));
  if (mutant.find !== undefined) {
    const count = solution.split(mutant.find).length - 1;
    if (count !== 1)
      yield at(
        file,
        'KC122',
        `This text stands ${count === 0 ? 'nowhere' : `${count} times`} in the solution’s ${mutant.file}; it must stand there once.`,
        range('find'),
      );
    else if (mutant.find === mutant.replace)
      yield at(file, 'KC122', 'The mutant changes nothing.', range('replace'));
  }
  if (mutant.test !== undefined && !expectedNames(manifest, language).has(mutant.test))
    yield at(file, 'KC124', `No stage of the ${language} track expects a test “${mutant.test}”.`, range('test'));
}

const mutantKeys = new Set(['id', 'stage', 'file', 'find', 'replace', 'source', 'why', 'test', 'correct']);

function expectedNames(manifest: KataManifest, language: string): ReadonlySet<string> {
  return new Set(Object.values(manifest.tracks[language]!.stages).flatMap(({ tests }) => tests?.expected ?? []));
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function at(file: string, code: ContentCode, message: string, range: TextRange = { start: 0, end: 0 }): ContentProblem {
  return { file, code, severity: 'error', message, range } satisfies Problem & { file: string };
}

function firstLine(text: string): TextRange {
  return { start: 0, end: Math.max(0, text.indexOf('\n')) };
}
