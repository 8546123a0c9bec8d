import type { TeamRow } from '../agenda/team.ts';
import { markup } from './markup.ts';
import { standalonePage } from './standalonePage.ts';
import { tableOf } from './table.ts';

/** A mentor's table as one page that needs nothing else. Learners down, the paths that any of them began across. */
export function teamPage(rows: readonly TeamRow[], today: string): string {
  const titles = new Map(rows.flatMap(({ paths }) => paths.map(({ path, title }) => [path, title] as const)));
  const table = {
    head: ['learner', 'last active', 'attempts', 'katas done', ...titles.values()],
    rows: rows.map(({ learner, lastActive, attempts, katasDone, paths }) => [
      learner,
      lastActive ?? '',
      String(attempts),
      String(katasDone),
      ...[...titles.keys()].map((id) => pathWords(paths.find(({ path }) => path === id))),
    ]),
  };
  const body = markup`<p class="lead">As of ${today}, by what each learner published: unchanged since it was written, and no proof of who did the work.</p>${
    rows.length > 0 ? tableOf(table, 'Team progress') : markup`<p>No folder here holds published progress.</p>`
  }`;
  return standalonePage({ title: `Katapath: team on ${today}`, heading: 'Team progress', body });
}

function pathWords(path: TeamRow['paths'][number] | undefined): string {
  if (!path) return '';
  return path.complete ? 'complete' : `${path.done} of ${path.total}`;
}
