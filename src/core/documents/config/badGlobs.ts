import type { JsonText } from '../../text/json.ts';
import type { Misfit } from '../../text/misfits.ts';
import { PatternError } from '../../text/pattern/pattern.ts';
import { compileGlob } from './glob.ts';

/** Each path is held against all of them. */
const MOST_GLOBS = 1000;

/** The globs of a configuration that cannot be used, or would mean nothing; a list that is one too many goes as a whole. */
export function* findBadGlobs(json: JsonText): Iterable<Misfit> {
  let count = 0;
  const refused = new Set<string>();
  for (const { glob, path, isFirst } of findGlobs(json.data)) {
    const list = path[0]!;
    if (refused.has(list)) continue;
    const message = ++count > MOST_GLOBS ? TOO_MANY : findFault(glob, isFirst);
    if (!message) continue;
    if (count > MOST_GLOBS) refused.add(list);
    const place = refused.has(list) ? [list] : path;
    yield { message, path: place, range: json.rangeAt(place, refused.has(list) ? 'key' : 'value') };
  }
}

const TOO_MANY = `There are more than ${MOST_GLOBS} globs: let one say several, such as "docs/{adr,rfc}/**".`;

function findFault(glob: string, isFirst: boolean): string | undefined {
  if (glob.includes('\\')) return `"${glob}" matches nothing: write / between folders, on every system.`;
  if (glob.startsWith('!') && isFirst)
    return `"${glob}" takes out what the globs before it name, and there is none: put it behind them.`;
  try {
    compileGlob(glob.replace(/^!/, ''));
    return undefined;
  } catch (error) {
    if (error instanceof PatternError) return `"${shorten(glob)}" ${error.message}.`;
    throw error;
  }
}

const shorten = (glob: string) => (glob.length > 60 ? `${glob.slice(0, 60)}…` : glob);

interface Place {
  readonly glob: string;
  readonly path: readonly string[];
  /** Whether no glob of its list stands before it. */
  readonly isFirst: boolean;
}

/** Wherever a glob may stand; what is of another type there, the schema has told. */
function* findGlobs(data: unknown): Iterable<Place> {
  const { ignore, documents, artifacts } = (data ?? {}) as Record<string, unknown>;
  for (const [key, entries] of Object.entries({ documents, artifacts }))
    if (Array.isArray(entries))
      for (const [index, entry] of entries.entries())
        yield* globsOf((entry as { files?: unknown } | null)?.files, [key, String(index), 'files']);
  yield* globsOf(ignore, ['ignore']);
}

function* globsOf(globs: unknown, path: readonly string[]): Iterable<Place> {
  if (typeof globs === 'string') yield { glob: globs, path, isFirst: true };
  if (!Array.isArray(globs)) return;
  for (const [index, glob] of globs.entries())
    if (typeof glob === 'string') yield { glob, path: [...path, String(index)], isFirst: index === 0 };
}
