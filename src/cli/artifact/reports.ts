import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkArtifact, languageOf, type ArtifactResult } from '../../core/artifacts/index.ts';
import { settleArtifact } from '../../core/documents/config/glob.ts';
import type { Config } from '../../core/documents/index.ts';
import { decode } from '../lint/decode.ts';
import type { FileReport } from '../lint/report.ts';
import { placeOf } from '../place.ts';

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
    const text = decode(await readFile(join(root, file)));
    if (text === undefined) continue;
    const result = checkArtifact(text, { file, kind: settled, rules: config.rules });
    if (result.kinds.length > 0) reports.push(toReport(file, result));
  }
  return reports;
}

function toReport(file: string, { kinds, problems, lines }: ArtifactResult): FileReport {
  return {
    file,
    profile: kinds.map(({ id }) => id).join(', '),
    problems: problems.map(({ code, severity, message, range }) => {
      return {
        code,
        severity,
        message,
        ...placeOf(range, lines),
        fixable: false,
        fingerprint: `${code} ${file} ${message}`,
      };
    }),
  };
}
