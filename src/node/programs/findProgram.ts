import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { HumanError } from '../../core/errors.ts';
import { runEnvironment } from '../processes/environment.ts';
import { createMark } from '../processes/footprint.ts';
import type { Candidate, FoundProgram, SearchPlace, WantedProgram } from './program.ts';

export interface Search {
  readonly place: SearchPlace;
  /** Programs named by the settings. */
  readonly settings: Readonly<Partial<Record<WantedProgram['setting'], string>>>;
}

/**
 * The first candidate that runs and is new enough. A program named by a setting is the only candidate: to take another
 * one silently would be worse than to say that it does not work. Throws a `HumanError` when there is none.
 */
export async function findProgram(wanted: WantedProgram, { place, settings }: Search): Promise<FoundProgram> {
  const chosen = settings[wanted.setting]?.trim();
  const candidates = chosen ? [{ program: chosen }] : await wanted.candidates(place);
  const complaints: string[] = [];
  for (const candidate of candidates) {
    const answer = await ask(candidate, wanted);
    if (typeof answer === 'string') {
      complaints.push(answer);
      continue;
    }
    const { version, path } = answer;
    if (isOlder(version, wanted.minimum))
      complaints.push(
        `${candidate.program} is version ${version.join('.')}, and ${wanted.minimum.join('.')} is needed`,
      );
    else
      return { args: [], env: {}, ...candidate, ...(path && { program: path, args: [] }), version: version.join('.') };
  }
  const reason = chosen ? ` (setting “katapath.${wanted.setting}.path”)` : '';
  throw new HumanError(`${wanted.title} was not found${reason}: ${complaints.join('; ') || 'it is not on PATH'}.`, {
    next: chosen ? `Correct the setting, or clear it to use the one on PATH. ${wanted.howToGet}` : wanted.howToGet,
  });
}

interface Answer {
  readonly version: readonly number[];
  readonly path: string | undefined;
}

/** What it says of itself, or a sentence without a full stop that says why it does not. */
function ask(candidate: Candidate, wanted: WantedProgram): Promise<Answer | string> {
  return new Promise((resolve) => {
    const args = [...(candidate.args ?? []), ...wanted.versionArgs];
    const env = { ...runEnvironment(createMark()), HOME: process.env.HOME ?? tmpdir(), ...candidate.env };
    execFile(candidate.program, args, { env, timeout: 15_000, windowsHide: true }, (error, stdout, stderr) => {
      const version = wanted.readVersion(`${stdout}\n${stderr}`);
      if (!error && version) return resolve({ version, path: wanted.readPath?.(stdout) });
      const code = (error as NodeJS.ErrnoException | null)?.code;
      if (code === 'ENOENT') return resolve(`${candidate.program} is not there`);
      if (code === 'EACCES') return resolve(`${candidate.program} may not be run`);
      resolve(`${candidate.program} did not tell its version`);
    });
  });
}

function isOlder(version: readonly number[], minimum: readonly number[]): boolean {
  for (const [index, least] of minimum.entries()) {
    const part = version[index] ?? 0;
    if (part !== least) return part < least;
  }
  return false;
}

/** `1.2.3` anywhere after a prefix, as numbers. */
export function versionAfter(prefix: RegExp, printed: string): readonly number[] | undefined {
  const numbers = new RegExp(`${prefix.source}(\\d+)\\.(\\d+)(?:\\.(\\d+))?`, prefix.flags).exec(printed);
  return numbers ? numbers.slice(1, 4).map((part) => Number(part ?? 0)) : undefined;
}

/** What stands below the version. */
export function secondLine(printed: string): string | undefined {
  return printed.split(/\r?\n/)[1] || undefined;
}
