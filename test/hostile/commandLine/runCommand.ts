import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProcess } from '../../host/machine/processes.ts';
import { built, root } from '../../host/paths.ts';
import type { Place } from '../surroundings/place.ts';
import type { Recorders } from '../surroundings/recorders.ts';

export interface Run {
  readonly command: string;
  /** Null for one that had to be ended. */
  readonly code: number | null;
  /** What it wrote on stdout and stderr. */
  readonly output: string;
  /** Its own processor time; undefined for one that had to be ended. */
  readonly milliseconds: number | undefined;
  /** The most memory it had at once. */
  readonly megabytes: number | undefined;
  /** Programs that it, or what it started, started: git's own plumbing is told apart. */
  readonly started: readonly string[];
  readonly git: readonly string[];
}

/** Nothing that merely is slow on a busy machine comes near. */
const patience = 60_000;

interface Note {
  readonly started?: string;
  readonly args?: readonly string[];
  readonly milliseconds?: number;
  readonly megabytes?: number;
}

/** Runs the built command line in a repository as a person would, and notes what it costs and what it starts. */
export async function runCommand(place: Place, recorders: Recorders, args: readonly string[]): Promise<Run> {
  const notesFile = join(place.root, 'notes');
  const measure = join(root, 'test', 'hostile', 'commandLine', 'measure.mjs');
  const { code, output } = await runProcess(
    process.execPath,
    ['--import', measure, join(built, 'dist', 'cli.js'), ...args],
    {
      cwd: place.repository,
      limit: patience,
      env: {
        ...place.environment,
        PATH: [recorders.folder, place.environment.PATH].join(delimiter),
        KATAPATH_MEASURE: notesFile,
        // An exception that is not told in words is printed with its stack.
        KATAPATH_DEBUG: '1',
      },
    },
  );
  const lines = existsSync(notesFile) ? readFileSync(notesFile, 'utf8').split('\n').filter(Boolean) : [];
  rmSync(notesFile, { force: true });
  const notes = lines.map((line) => JSON.parse(line) as Note);
  const end = notes.find(({ milliseconds }) => milliseconds !== undefined);
  const isOwn = ({ started }: Note) => started === undefined || started === 'git' || started === process.execPath;
  const ownScripts = notes.filter((note) => note.started === process.execPath && !isOwnScript(note.args));
  const strange = [...notes.filter((note) => !isOwn(note)), ...ownScripts].map(
    ({ started, args: given = [] }) => `${started} ${given.join(' ')}`,
  );
  const { commands, started } = recorders.takeGit();
  return {
    command: args.join(' '),
    code,
    output,
    milliseconds: end?.milliseconds,
    megabytes: end?.megabytes,
    started: [...strange, ...recorders.takeStarted(), ...started],
    git: commands,
  };
}

/** A process of Katapath's own, for work that must be possible to end. */
const isOwnScript = (args: readonly string[] = []) => args.some((word) => word.startsWith(join(built, 'dist')));
