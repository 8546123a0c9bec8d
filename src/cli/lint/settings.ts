import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  bundledProfiles,
  compileOwnProfiles,
  CONFIG_FILE,
  LineIndex,
  readConfig,
  SCHEMA_FOLDER,
  type Config,
  type Profile,
} from '../../core/documents/index.ts';
import type { Problem } from '../../core/problem.ts';
import type { FileReport } from './report.ts';
import { placeOf } from '../place.ts';

export interface Settings {
  readonly config: Config;
  readonly profiles: readonly Profile[];
  /** Problems of the settings themselves: they are reported like any other, and silence nothing. */
  readonly reports: readonly FileReport[];
}

/** The workspace's `.katapath/config.json` and its own profiles. */
export async function readSettings(root: string, all: readonly string[]): Promise<Settings> {
  const names = all.filter((file) => file.startsWith(`${SCHEMA_FOLDER}/`) && file.endsWith('.schema.json'));
  const texts = new Map<string, string>();
  for (const name of names) texts.set(name.slice(SCHEMA_FOLDER.length + 1), await readFile(join(root, name), 'utf8'));
  const own = await compileOwnProfiles(texts);
  const profiles = [...bundledProfiles, ...own.profiles];
  const configText = await readFile(join(root, CONFIG_FILE), 'utf8').catch(() => undefined);
  const { config, problems } = readConfig(configText, profiles);
  const reports = [
    ...(problems.length ? [report(CONFIG_FILE, 'config', configText!, problems)] : []),
    ...[...own.problems].map(([name, found]) => report(`${SCHEMA_FOLDER}/${name}`, 'schema', texts.get(name)!, found)),
  ];
  return { config, profiles, reports };
}

function report(file: string, profile: string, text: string, problems: readonly Problem[]): FileReport {
  const lines = new LineIndex(text);
  return {
    file,
    profile,
    problems: problems.map(({ code, severity, message, range }) => {
      return {
        code,
        severity,
        message,
        ...placeOf(range, lines),
        fixable: false,
        fingerprint: `${code}-${message.length}-${range.start}`,
      };
    }),
  };
}
