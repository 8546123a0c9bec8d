import type { Files } from '../../runs/runner.ts';
import { isSafeName } from '../names.ts';
import { readExpected, readManifest } from '../readKata.ts';
import { atFile } from './atFile.ts';
import { findBriefProblems, findHintProblems } from './checkGuidance.ts';
import { findBrokenLinks } from './checkLinks.ts';
import { checkKataManifest, type ManifestSurroundings } from './checkManifest.ts';
import { findMutantProblems } from './checkMutants.ts';
import { findUnequalMutants } from './checkParity.ts';
import type { ContentProblem } from './contentProblem.ts';
import { mistakesIn, parseJsonText } from '../../text/json.ts';

/**
 * Everything about a kata that can be told from its texts, without running them.
 *
 * `files` are all files of the kata's folder by name; `folderName` is that folder's own name.
 */
export function* checkKataTexts(files: Files, surroundings: ManifestSurroundings): Generator<ContentProblem> {
  const names = Object.keys(files);
  for (const name of names)
    if (!isSafeName(name))
      yield atFile(
        name,
        'KC117',
        `“${name}” is not a name that a kata may use. Begin each part with a letter, a digit or “_”, and go on with these, “-” and “.”.`,
      );
  const text = files['kata.json'];
  if (text === undefined) {
    yield atFile('kata.json', 'KC101', 'There is no kata.json, which says what the kata is.');
    return;
  }
  const found = checkKataManifest(text, { ...surroundings, files: names, expected: readExpected(files) });
  for (const problem of found) yield { ...problem, file: 'kata.json' };
  if (found.some(({ code }) => code === 'KC101' || code === 'KC102')) return;
  const manifest = readManifest(files);
  yield* findBriefProblems(manifest, files);
  yield* findHintProblems(manifest, files);
  if (files['debrief.md'] === undefined || files['debrief.md'].trim() === '')
    yield atFile(
      'debrief.md',
      'KC113',
      'There is no debrief.md: what was traded, where it shows up, other approaches.',
    );
  for (const name of names.filter((file) => file.endsWith('.md'))) yield* findBrokenLinks(name, files);
  if (files['cases.json'] !== undefined) {
    for (const { message, range } of mistakesIn(parseJsonText(files['cases.json'])))
      yield atFile('cases.json', 'KC119', message, range);
  }
  for (const language of Object.keys(manifest.tracks)) {
    if (names.some((name) => name.startsWith(`${language}/solution/`)))
      yield* findMutantProblems(manifest, language, files);
    else yield atFile(`${language}/solution`, 'KC118', `The ${language} track has no solution.`);
  }
  yield* findUnequalMutants(manifest, files);
}
