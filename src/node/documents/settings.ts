import { readFile } from 'node:fs/promises';
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
import type { Problem } from '../../core/problem.ts';

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
  for (const name of names) texts.set(name.slice(SCHEMA_FOLDER.length + 1), await readFile(join(root, name), 'utf8'));
  const own = await compileOwnProfiles(texts);
  const profiles = [...bundledProfiles, ...own.profiles];
  const configText = await readFile(join(root, CONFIG_FILE), 'utf8').catch(() => undefined);
  const { config, problems } = readConfig(configText, profiles);
  const broken: BrokenSetting[] = [...own.problems].map(([name, found]) => ({
    file: `${SCHEMA_FOLDER}/${name}`,
    kind: 'schema',
    text: texts.get(name)!,
    problems: found,
  }));
  if (problems.length > 0) broken.unshift({ file: CONFIG_FILE, kind: 'config', text: configText!, problems });
  return { config, profiles, broken };
}
