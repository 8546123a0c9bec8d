import { chartsOf } from './charts/index.ts';
import type { Chart } from './charts/chart.ts';
import type { Dashboard } from './dashboard.ts';
import { markup, Markup } from './markup.ts';
import { standalonePage } from './standalonePage.ts';
import { tableOf } from './table.ts';

/** What stands in the page: the charts, each with its table. No script, no style attribute. */
export function dashboardBody(dashboard: Dashboard): string {
  const { today, due, verdicts } = dashboard;
  const dueWords = due === 0 ? 'nothing is due' : `${due} due`;
  return markup`<p class="lead">As of ${today}: ${dueWords}.</p>${chartsOf(dashboard).map(section)}${latestRuns(verdicts.latest)}`
    .text;
}

/** The whole page for a file of its own. */
export function dashboardPage(dashboard: Dashboard): string {
  const title = `Katapath: progress on ${dashboard.today}`;
  return standalonePage({ title, heading: 'Progress', body: new Markup(dashboardBody(dashboard)) });
}

function section({ id, title, words, picture, table }: Chart): Markup {
  return markup`<section aria-labelledby="head-${id}">
<h2 id="head-${id}">${title}</h2>
<figure class="picture">${table.rows.length > 0 && picture}<figcaption>${words}</figcaption></figure>
${table.rows.length > 0 && markup`<details id="table-${id}"><summary>${title} as a table</summary>${tableOf(table, title)}</details>`}
</section>
`;
}

function latestRuns(latest: Dashboard['verdicts']['latest']): Markup | undefined {
  if (latest.length === 0) return undefined;
  const rows = latest.map(({ day, title, stage, verdict, seconds }) => [
    day,
    title,
    stage,
    verdict,
    `${seconds.toFixed(1)} s`,
  ]);
  return markup`<section aria-labelledby="head-runs"><h2 id="head-runs">Latest runs</h2>${tableOf({ head: ['day', 'kata', 'stage', 'verdict', 'time'], rows }, 'Latest runs')}</section>`;
}
