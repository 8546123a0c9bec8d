import { HumanError } from '../../errors.ts';
import type { Folder } from '../../ports.ts';
import { readStart, readTests, requireTrack } from '../content.ts';
import type { Files } from '../../runs/runner.ts';
import { hashText, withPlainEndings } from '../hash.ts';
import type { Kata, Language } from '../../model/kata.ts';
import { joinNames, requireSafeName } from '../names.ts';
import { lookUp } from '../../lookUp.ts';
import { languageExtras } from './extras.ts';
import { markerName, printMarker, type KataMarker } from './marker.ts';

export interface Scaffold {
  readonly kata: Kata;
  readonly language: Language;
  /** The kata's folder of `katas/exercises/`. */
  readonly content: Folder;
  /** The workspace folder, or where the learner keeps katas. */
  readonly target: Folder;
  /** Relative to `target`; may have several parts. */
  readonly folderName: string;
  /** A fresh uuid. */
  readonly instance: string;
}

/**
 * Writes the learner's folder: starter, visible tests, brief and marker. The marker comes last, so that a folder cut
 * short by a full disk is not taken for a kata.
 *
 * @throws HumanError when something already stands there; nothing is ever written over.
 */
export async function scaffoldKata(scaffold: Scaffold): Promise<KataMarker> {
  const { kata, language, content, target, folderName, instance } = scaffold;
  requireTrack(kata, language);
  folderName.split('/').forEach(requireSafeName);
  if (
    (await target.list(folderName)).length > 0 ||
    (await target.read(folderName).catch(() => undefined)) !== undefined
  )
    throw new HumanError(`“${folderName}” already holds files; nothing was written.`, {
      next: 'Open that folder to go on with it, or choose another name for a fresh start.',
    });
  const files = await shippedFiles(kata, language, content);
  for (const [name, text] of Object.entries(files))
    await target.write(joinNames(folderName, requireSafeName(name)), text);
  const marker: KataMarker = {
    kata: kata.manifest.id,
    version: kata.manifest.version,
    language,
    instance,
    shipped: await hashEach(files),
  };
  await target.write(joinNames(folderName, markerName), printMarker(marker));
  return marker;
}

/** Everything a fresh folder holds but its marker, by name. */
export async function shippedFiles(kata: Kata, language: Language, content: Folder): Promise<Files> {
  const brief = kata.files.includes('README.md') ? await content.read('README.md') : undefined;
  return {
    ...lookUp(languageExtras, language),
    ...(await readTests(kata, language, content)),
    ...(brief === undefined ? {} : { 'README.md': brief }),
    ...(await readStart(kata, language, content)),
  };
}

/** Hashes by name, blind to line endings: git on Windows may change them and that is nobody's edit. */
export async function hashEach(files: Files): Promise<Record<string, string>> {
  const hashes = await Promise.all(
    Object.entries(files).map(async ([name, text]) => [name, await hashText(withPlainEndings(text))] as const),
  );
  return Object.fromEntries(hashes);
}
