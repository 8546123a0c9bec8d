import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  bundledProfiles,
  compileOwnProfiles,
  CONFIG_FILE,
  readConfig,
  SCHEMA_FOLDER,
  type Config,
  type Profile,
} from '../../core/documents/index.ts';
import { HumanError, toSentence } from '../../core/errors.ts';
import type { Problem } from '../../core/problem.ts';
import { explainUnreadable } from '../fileErrors.ts';
import { readWithin } from '../readGiven.ts';

export interface Settings {
  readonly config: Config;
  readonly profiles: readonly Profile[];
  /** Files of the settings that have problems themselves: these are reported like any other, and silence nothing. */
  readonly broken: readonly BrokenSetting[];
}

export interface BrokenSetting {
  /** Relative to the folder, with forward slashes. */
  readonly file: string;
  readonly kind: 'config' | 'schema';
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** The workspace's `.katapath/config.json` and its own profiles. `all` are the files there are. */
export async function readSettings(root: string, all: readonly string[]): Promise<Settings> {
  const names = all.filter((file) => file.startsWith(`${SCHEMA_FOLDER}/`) && file.endsWith('.schema.json'));
  const texts = new Map<string, string>();
  const broken: BrokenSetting[] = [];
  for (const file of names) {
    const text = await readSetting(root, file);
    if (typeof text === 'string') texts.set(file.slice(SCHEMA_FOLDER.length + 1), text);
    else if (text) broken.push({ file, kind: 'schema', text: '', problems: [toProblem('KP981', text)] });
  }
  const own = await compileOwnProfiles(texts);
  for (const [name, problems] of own.problems)
    broken.push({ file: `${SCHEMA_FOLDER}/${name}`, kind: 'schema', text: texts.get(name)!, problems });
  const profiles = [...bundledProfiles, ...own.profiles];
  const found = await readSetting(root, CONFIG_FILE);
  const text = typeof found === 'string' ? found : undefined;
  const { config, problems: misread } = readConfig(text, profiles);
  const problems = found instanceof HumanError ? [toProblem('KP980', found)] : misread;
  if (problems.length > 0) broken.unshift({ file: CONFIG_FILE, kind: 'config', text: text ?? '', problems });
  return { config, profiles, broken };
}

/** The text of a file, or why it cannot be had; undefined where there is nothing of that name. */
async function readSetting(root: string, file: string): Promise<string | HumanError | undefined> {
  const path = join(root, file);
  try {
    return (await readWithin(root, file)).toString();
  } catch (error) {
    const isMissing = await lstat(path).then(
      () => false,
      ({ code }: NodeJS.ErrnoException) => code === 'ENOENT' || code === 'ENOTDIR',
    );
    return isMissing ? undefined : explainUnreadable(error, file);
  }
}

/** There are no words to stand on: the beginning of the file has to do. */
function toProblem(code: string, error: HumanError): Problem {
  return { code, severity: 'error', message: toSentence(error), range: { start: 0, end: 0 } };
}
