import type { Table } from './charts/chart.ts';
import { markup, type Markup } from './markup.ts';

/** The first cell of a row names it. A table that is wider than the page is scrolled, by keys too. */
export function tableOf({ head, rows }: Table, title: string): Markup {
  const [first, ...others] = head;
  return markup`<div class="table" tabindex="0" role="region" aria-label="${title}, table"><table><thead><tr><th scope="col">${first}</th>${others.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows.map(([name, ...cells]) => markup`<tr><th scope="row">${name}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}
