import type { Person } from '../../core/documents/features/completions.ts';
import { runGit } from '../git.ts';

/** How far back a repository's history is asked for its authors. */
const MOST_COMMITS = 2000;

/** Who committed to a repository, the busiest first. Only for a workspace that is trusted; empty where git has no answer. */
export async function readPeople(root: string): Promise<Person[]> {
  const log = await runGit(root, [
    'rev-list',
    '--no-commit-header',
    `--max-count=${MOST_COMMITS}`,
    '--format=%an%x00%ae',
    'HEAD',
  ]);
  const counts = new Map<string, { person: Person; commits: number }>();
  for (const line of (log ?? '').split('\n')) {
    const [name, email = ''] = line.split('\0') as [string, string?];
    if (name.trim() === '') continue;
    const known = counts.get(name) ?? { person: { name, handle: toHandle(name, email) }, commits: 0 };
    known.commits++;
    counts.set(name, known);
  }
  return [...counts.values()].sort((a, b) => b.commits - a.commits).map(({ person }) => person);
}

/** Who writes here, as git's own settings say it; undefined where they name nobody. */
export async function readAuthor(root: string): Promise<Person | undefined> {
  const [name, email] = await Promise.all(
    (['user.name', 'user.email'] as const).map(async (key) => (await runGit(root, ['config', '--get', key]))?.trim()),
  );
  return name ? { name, handle: toHandle(name, email ?? '') } : undefined;
}

/** `ada` of `12345+ada@users.noreply.github.com`; else the name, joined: `ada-lovelace`. */
function toHandle(name: string, email: string): string {
  const hosted = /^(?:\d+\+)?([\w-]+)@users\.noreply\./.exec(email)?.[1];
  return hosted ?? name.trim().toLowerCase().replace(/\s+/g, '-');
}
