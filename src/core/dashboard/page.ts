import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToBase64 } from './base64.ts';
import { chartsOf } from './charts/index.ts';
import type { Chart, Table } from './charts/chart.ts';
import type { Dashboard } from './dashboard.ts';
import { markup, Markup } from './markup.ts';
import css from './page.css';

/** The text between `<style>` and `</style>`, for a page of its own or a webview. */
export const dashboardStyle: string = css;

/** What stands in the page: the charts, each with its table. No script, no style attribute. */
export function dashboardBody(dashboard: Dashboard): string {
  const { today, due, verdicts } = dashboard;
  const dueWords = due === 0 ? 'nothing is due' : `${due} due`;
  return markup`<p class="lead">As of ${today}: ${dueWords}.</p>${chartsOf(dashboard).map(section)}${latestRuns(verdicts.latest)}`
    .text;
}

/** The whole page for a file of its own: no script, nothing loaded, dark or light as the reader's machine is. */
export function dashboardPage(dashboard: Dashboard): string {
  const hash = bytesToBase64(sha256(new TextEncoder().encode(dashboardStyle)));
  const policy = `default-src 'none'; style-src 'sha256-${hash}'`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Katapath: progress on ${dashboard.today}</title>
<style>${new Markup(dashboardStyle)}</style>
</head>
<body>
<main>
<h1>Progress</h1>
${new Markup(dashboardBody(dashboard))}
</main>
</body>
</html>
`.text;
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

/** A table that is wider than the page is scrolled, by keys too. */
function tableOf({ head, rows }: Table, title: string): Markup {
  const [first, ...others] = head;
  return markup`<div class="table" tabindex="0" role="region" aria-label="${title}, table"><table><thead><tr><th scope="col">${first}</th>${others.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows.map(([name, ...cells]) => markup`<tr><th scope="row">${name}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}
