import { checkArtifact, languageOf } from '../../core/artifacts/index.ts';
import { settleArtifact } from '../../core/documents/config/glob.ts';
import type { Config } from '../../core/documents/index.ts';
import { decode } from '../../node/documents/decode.ts';
import { explainUnreadable } from '../../node/fileErrors.ts';
import { readWithin } from '../../node/readGiven.ts';
import { toFileReport, type FileReport } from './report.ts';

interface Question {
  readonly root: string;
  readonly files: readonly string[];
  readonly config: Config;
  /** The kind all of them must be. */
  readonly kind?: string | undefined;
  /** Whether a file may also be known by what it looks like; otherwise only by the settings or its own words. */
  readonly detect: boolean;
}

/** What the checks found in each file that is an artifact; files are relative to `root`. */
export async function reportArtifacts({ root, files, config, kind, detect }: Question): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const file of files) {
    const settled = kind ?? settleArtifact(file, config);
    if (settled === 'none' || (settled === undefined && (!detect || languageOf(file) === undefined))) continue;
    const text = decode(await read(root, file));
    if (text === undefined) continue;
    const { kinds, problems, lines } = checkArtifact(text, { file, kind: settled, rules: config.rules });
    if (kinds.length === 0 && problems.length === 0) continue;
    const profile = kinds.map(({ id }) => id).join(', ') || 'unknown';
    reports.push(toFileReport({ file, profile, lines }, problems));
  }
  return reports;
}

async function read(root: string, file: string): Promise<Buffer> {
  try {
    return await readWithin(root, file);
  } catch (error) {
    throw explainUnreadable(error, file);
  }
}
